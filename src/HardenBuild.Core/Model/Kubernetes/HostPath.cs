namespace HardenBuild.Model.Kubernetes;

/// <summary>A path of the node, for comparison: forward slashes, no <c>.</c> and <c>..</c>, no slash at the end; Windows paths in lower case.</summary>
internal static class HostPath
{
    /// <summary>The normal form; <c>/</c> for the root of the file system, <c>/c:</c> for that of a Windows drive.</summary>
    public static string Normalize(string path)
    {
        var isWindows = (path.Length >= 2 && path[1] == ':') || path.Contains('\\') || path.StartsWith("//./", StringComparison.Ordinal);
        var text = isWindows ? path.Replace('\\', '/').ToLowerInvariant() : path;
        var parts = new List<string>();
        foreach (var part in text.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join("/", parts);
    }

    /// <summary>Both normalised: the path is the folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));
}
