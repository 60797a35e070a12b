using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>How the health of a container is asked for.</summary>
/// <param name="Disabled">The token that switches the check of the image off; null where none does.</param>
/// <param name="Test">The words of the command, without <c>CMD</c> and <c>CMD-SHELL</c>.</param>
internal sealed record ContainerHealthcheck(SourceLocation? Disabled, ImmutableArray<Located<string>> Test);
