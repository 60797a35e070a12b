using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>Where the output of a container goes.</summary>
/// <param name="Driver">Null for the daemon's default, or when it cannot be told.</param>
internal sealed record ContainerLogging(Located<string>? Driver, ImmutableArray<NamedValue> Options);
