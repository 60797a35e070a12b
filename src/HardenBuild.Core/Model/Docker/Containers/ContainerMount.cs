using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A place of the host that a container sees.</summary>
/// <param name="Source">The path on the host or the volume's name, variables resolved, where it is written; null when it is absent or cannot be told.</param>
/// <param name="Target">The path in the container; null when it cannot be told.</param>
internal sealed record ContainerMount(MountKind Kind, Located<string>? Source, string? Target, bool IsReadOnly)
{
    /// <summary>The source as written, with its variables; null when it is absent.</summary>
    public Located<string>? Written { get; init; }

    /// <summary>Which mounts made below it reach the other side, <c>rshared</c>; null when it is not written.</summary>
    public Located<string>? Propagation { get; init; }
}
