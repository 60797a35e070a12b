namespace HardenBuild.Model.Docker.Context;

/// <summary>Paths with forward slashes, shortened as Go's <c>path.Clean</c> does, which Docker applies to patterns and sources.</summary>
internal static class CleanPath
{
    /// <summary>The shortest path that means the same: without <c>.</c>, doubled slashes and <c>a/..</c>; <c>.</c> for the empty path.</summary>
    public static string Of(string path)
    {
        if (path.Length == 0)
            return ".";
        var isRooted = path[0] == '/';
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count > 0 && parts[parts.Count - 1] != "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                case ".." when isRooted:
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        var joined = string.Join("/", parts);
        if (isRooted)
            return "/" + joined;
        return joined.Length == 0 ? "." : joined;
    }

    /// <summary>A path in a folder, cleaned; empty for the folder that both start from. Null when it leads out of that folder.</summary>
    /// <param name="path">With either slash; a leading one does not leave the folder.</param>
    public static string? In(string folder, string path)
    {
        var clean = Of((folder.Length == 0 ? "." : folder) + "/" + path.Replace('\\', '/'));
        if (clean == ".")
            return "";
        return clean == ".." || clean.StartsWith("../", StringComparison.Ordinal) ? null : clean;
    }

    /// <summary>The folder of a path; empty for a name alone.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is var slash and > 0 ? path.Substring(0, slash) : "";

    /// <summary>The last part of a path.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The rest of a path below a folder, empty for the folder itself; null when it lies elsewhere.</summary>
    public static string? Below(string folder, string path)
    {
        if (folder.Length == 0 || path == folder)
            return path == folder ? "" : path;
        return path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)
            ? path.Substring(folder.Length + 1)
            : null;
    }
}
