namespace HardenBuild.Scanning.Discovery;

/// <summary>The repository that a walk goes through: where its paths start on disk and in reports.</summary>
/// <param name="Folder">The repository root as the user sees it, absolute.</param>
/// <param name="RealFolder">The same folder with all symbolic links followed.</param>
/// <param name="Prefix">What stands before a path relative to <paramref name="Folder"/> in reports; empty for the root of the scan.</param>
internal sealed record WalkBase(string Folder, string RealFolder, string Prefix)
{
    public static WalkBase Create(string folder, string root) =>
        new(folder, RealPath.Resolve(folder) ?? folder, RelativePath.Between(root, folder) is { Length: > 0 } prefix ? prefix : "");

    /// <summary>A path on disk, as the user sees it.</summary>
    public string Full(string relative) =>
        relative.Length == 0 ? Folder : Path.Combine(Folder, Platform.IsWindows ? relative.Replace('/', '\\') : relative);

    public string Reported(string relative) => RelativePath.Join(Prefix, relative);
}
