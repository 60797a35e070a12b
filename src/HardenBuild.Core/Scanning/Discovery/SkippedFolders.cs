namespace HardenBuild.Scanning.Discovery;

/// <summary>Folders that hold what tools wrote or fetched, whatever <c>.gitignore</c> says.</summary>
internal static class SkippedFolders
{
    public static bool Contains(string name) => name switch
    {
        ".git" or ".hg" or ".svn" or ".vs" or ".idea" => true,
        "node_modules" or "bower_components" or "__pycache__" or ".venv" or ".terraform" => true,
        _ => name.Length == 3 && (name.Equals("bin", StringComparison.OrdinalIgnoreCase) || name.Equals("obj", StringComparison.OrdinalIgnoreCase)),
    };

    /// <summary>Whether a folder called <c>packages</c> is NuGet's: <c>packages/Newtonsoft.Json.13.0.3/Newtonsoft.Json.13.0.3.nupkg</c>. Elsewhere the name stands for sources.</summary>
    public static bool IsNuGetPackages(string folder, List<FolderEntry> entries)
    {
        if (!Path.GetFileName(folder).Equals("packages", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var entry in entries)
        {
            if (entry.IsFolder ? File.Exists(Path.Combine(folder, entry.Name, entry.Name + ".nupkg")) : entry.Name == "repositories.config")
                return true;
        }

        return false;
    }
}
