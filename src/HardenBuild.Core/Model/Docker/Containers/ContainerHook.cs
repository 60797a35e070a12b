using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A command of a container's life cycle: after its start or before its end.</summary>
/// <param name="User">The user it runs as instead of the container's.</param>
/// <param name="Words">The words of its command.</param>
/// <param name="Programs">The programs that it starts, as far as the command says.</param>
internal sealed record ContainerHook(
    Located<bool>? Privileged,
    Located<string>? User,
    ImmutableArray<Located<string>> Words,
    ImmutableArray<ContainerCommand> Programs,
    ImmutableArray<NamedValue> Environment);
