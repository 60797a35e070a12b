namespace HardenBuild.Scanning.Discovery;

/// <summary>Paths relative to a folder, with forward slashes.</summary>
internal static class RelativePath
{
    /// <summary>The path below a folder, empty for the folder itself; null when it lies elsewhere.</summary>
    public static string? Below(string folder, string path)
    {
        if (path.Equals(folder, Platform.PathComparison))
            return "";
        var prefix = folder.Length > 0 && IsSeparator(folder[folder.Length - 1]) ? folder.Length : folder.Length + 1;
        if (path.Length <= prefix || !IsSeparator(path[prefix - 1]) || !path.StartsWith(folder, Platform.PathComparison))
            return null;
        return WithSlashes(path.Substring(prefix));
    }

    /// <summary>The path from a folder to a path that may lie above or beside it; the absolute path on another drive.</summary>
    public static string Between(string folder, string path)
    {
        var climbed = "";
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Below(above, path) is { } rest)
                return rest.Length == 0 && climbed.Length > 0 ? climbed.Substring(0, climbed.Length - 1) : climbed + rest;
            climbed += "../";
        }

        return WithSlashes(path);
    }

    public static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    public static string WithoutTrailingSeparator(string path)
    {
        var root = Path.GetPathRoot(path) ?? "";
        return path.Length > root.Length ? path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) : path;
    }

    private static string WithSlashes(string path) => Platform.IsWindows ? path.Replace('\\', '/') : path;

    private static bool IsSeparator(char c) => c == Path.DirectorySeparatorChar || c == Path.AltDirectorySeparatorChar;
}
