namespace HardenBuild.Rendering.Helm.Charts;

internal enum TarMemberKind
{
    File,
    Folder,

    /// <summary>A hard or symbolic link.</summary>
    Link,

    /// <summary>A device, a pipe, or a kind that no chart needs.</summary>
    Other,
}
