namespace HardenBuild.Scanning.Discovery;

/// <summary>The folder that all reported paths are relative to.</summary>
public static class RepositoryRoot
{
    /// <summary>The nearest folder with <c>.git</c> (a folder, or a file in worktrees and submodules) from the path upwards, else the scanned folder.</summary>
    /// <param name="path">An absolute path of a file or folder; it need not exist.</param>
    /// <returns>An absolute path without a trailing separator.</returns>
    public static string Find(string path)
    {
        var full = RelativePath.WithoutTrailingSeparator(Path.GetFullPath(path));
        var scanned = Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
        for (var folder = scanned; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (HasGit(folder))
                return folder;
        }

        return scanned;
    }

    public static bool HasGit(string folder)
    {
        var git = Path.Combine(folder, ".git");
        return Directory.Exists(git) || File.Exists(git);
    }
}
