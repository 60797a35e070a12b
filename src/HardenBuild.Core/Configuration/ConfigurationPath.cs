namespace HardenBuild.Configuration;

/// <summary>Absolute paths as configuration files compare them: forward slashes, drive letter in upper case, no slash at the end.</summary>
internal static class ConfigurationPath
{
    /// <param name="path">Absolute, without <c>.</c> and <c>..</c>. A backslash separates only in a Windows path: elsewhere it may be part of a name.</param>
    public static string Normalize(string path)
    {
        if (HasDrive(path) || path.StartsWith("\\\\", StringComparison.Ordinal))
            path = path.Replace('\\', '/');

        if (HasDrive(path) && path[0] is >= 'a' and <= 'z')
            path = char.ToUpperInvariant(path[0]) + path.Substring(1);

        return path.Length > 1 && path[path.Length - 1] == '/' ? path.TrimEnd('/') : path;
    }

    /// <summary>A path of the repository as an absolute one; absolute paths stay.</summary>
    public static string Combine(string root, string path) => IsAbsolute(path) ? Normalize(path) : Normalize(root).TrimEnd('/') + "/" + path.Replace('\\', '/');

    public static bool IsAbsolute(string path) => path.Length > 0 && (path[0] == '/' || HasDrive(path) || path.StartsWith("\\\\", StringComparison.Ordinal));

    /// <summary>The directory above a normalised path: empty above <c>/a</c>, which stands for the top; null above the top.</summary>
    public static string? Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? null : path.Substring(0, slash);
    }

    private static bool HasDrive(string path) => path.Length >= 2 && path[1] == ':' && path[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
