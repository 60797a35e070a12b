namespace HardenBuild.Scanning.Discovery;

/// <summary>One line of a <c>.gitignore</c> file.</summary>
/// <param name="IsNegated">A leading <c>!</c>: what matches is taken back in.</param>
/// <param name="FoldersOnly">A trailing slash: files do not match.</param>
/// <param name="ByName">No slash but the trailing one: the last segment of the path is compared, at any depth.</param>
internal sealed record IgnorePattern(IgnoreGlob Glob, bool IsNegated, bool FoldersOnly, bool ByName)
{
    /// <summary>Reads a line without its line break; null for blank lines, comments and patterns that match nothing.</summary>
    public static IgnorePattern? Parse(string line, bool ignoreCase)
    {
        if (line.Length == 0 || line[0] == '#')
            return null;

        var isNegated = line[0] == '!';
        var pattern = TrimTrailingSpaces(isNegated ? line.Substring(1) : line);
        var foldersOnly = pattern.Length > 0 && pattern[pattern.Length - 1] == '/';
        if (foldersOnly)
            pattern = pattern.Substring(0, pattern.Length - 1);

        var byName = pattern.IndexOf('/') < 0;
        if (!byName && pattern[0] == '/')
            pattern = pattern.Substring(1);
        return IgnoreGlob.Parse(pattern, ignoreCase) is { } glob ? new IgnorePattern(glob, isNegated, foldersOnly, byName) : null;
    }

    /// <param name="path">Relative to the folder of the <c>.gitignore</c> file, forward slashes, no leading or trailing one.</param>
    /// <param name="name">The last segment of the path.</param>
    public bool IsMatch(ReadOnlySpan<char> path, ReadOnlySpan<char> name, bool isFolder) =>
        (isFolder || !FoldersOnly) && Glob.IsMatch(ByName ? name : path);

    private static string TrimTrailingSpaces(string pattern)
    {
        var keep = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                keep = ++i + 1;
            else if (pattern[i] != ' ')
                keep = i + 1;
        }

        return pattern.Substring(0, keep);
    }
}
