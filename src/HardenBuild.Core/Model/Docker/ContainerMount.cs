using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A place of the host that a container sees.</summary>
/// <param name="Source">The path on the host or the volume's name, variables resolved, where it is written; null when it is absent or cannot be told.</param>
/// <param name="Target">The path in the container; null when it cannot be told.</param>
internal sealed record ContainerMount(MountKind Kind, Located<string>? Source, string? Target, bool IsReadOnly);
