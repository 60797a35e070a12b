using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Reads packages as npm is given them.</summary>
internal static class NpmPackage
{
    /// <summary>Whether the word names a package or repository but neither version nor commit.</summary>
    public static bool IsFloating(CommandWord word)
    {
        // A variable behind the @ is a version, and what a variable alone stands for is not known.
        if (word.Value is not { Length: > 0 } text)
            return false;
        if (text[0] is '/' or '.' or '~' || text.StartsWith("file:", StringComparison.Ordinal) || IsArchive(text))
            return false;
        if (IsRepository(text))
            return !text.Contains('#');
        var at = text.IndexOf('@', 1);
        return !text.Contains("://", StringComparison.Ordinal) && (at < 0 || text.Substring(at + 1) is "" or "latest");
    }

    private static bool IsArchive(string text) =>
        text.EndsWith(".tgz", StringComparison.Ordinal) || text.EndsWith(".tar.gz", StringComparison.Ordinal) || text.EndsWith(".tar", StringComparison.Ordinal);

    /// <summary>A URL of git, the name of a host, or <c>owner/name</c>.</summary>
    private static bool IsRepository(string text) =>
        text.StartsWith("git:", StringComparison.Ordinal) || text.StartsWith("git+", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal)
        || text.StartsWith("github:", StringComparison.Ordinal) || text.StartsWith("gitlab:", StringComparison.Ordinal) || text.StartsWith("bitbucket:", StringComparison.Ordinal)
        || text.EndsWith(".git", StringComparison.Ordinal)
        || (text[0] != '@' && !text.Contains(':') && text.IndexOf('/') > 0 && text.IndexOf('/') == text.LastIndexOf('/'));
}
