namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>A member of a tar archive.</summary>
/// <param name="Size">Bytes of its content, as the archive says.</param>
internal readonly record struct TarMember(string Name, TarMemberKind Kind, long Size);
