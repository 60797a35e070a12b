using System.Text;

namespace HardenBuild.Model.Docker;

/// <summary>Paths of the host, compared by segments.</summary>
internal static class HostPath
{
    /// <summary>An absolute path in one form: forward slashes, no empty, <c>.</c> or <c>..</c> segments, no trailing slash, drives as <c>c:</c> in small letters.</summary>
    /// <returns>Null for paths that are relative or start in a user's home.</returns>
    public static string? Normalize(string path)
    {
        var text = path.Replace('\\', '/');
        var isWindows = text.Length > 1 && text[1] == ':' && char.IsLetter(text[0]);
        if (!isWindows && (text.Length == 0 || text[0] != '/'))
            return null;

        var segments = new List<string>();
        foreach (var segment in text.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count > (isWindows ? 1 : 0))
                    segments.RemoveAt(segments.Count - 1);
            }
            else if (segment.Length > 0 && segment != ".")
            {
                segments.Add(isWindows ? segment.ToLowerInvariant() : segment);
            }
        }

        if (segments.Count == 0)
            return "/";
        var normal = new StringBuilder();
        foreach (var segment in segments)
            normal.Append(isWindows && normal.Length == 0 ? "" : "/").Append(segment);
        return normal.ToString();
    }

    public static bool IsAtOrBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/' || folder == "/");
}
