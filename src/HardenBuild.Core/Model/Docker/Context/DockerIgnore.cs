using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Context;

/// <summary>A <c>.dockerignore</c> file: what the builder does not see of the build context.</summary>
/// <remarks>
/// Reading: https://github.com/moby/patternmatcher/blob/main/ignorefile/ignorefile.go. Deciding: <c>MatchesOrParentMatches</c> of the same project.
/// Lines are trimmed, but a comment needs its <c>#</c> in the first column; patterns are cleaned and lose their leading slash; the last match decides;
/// a pattern that matches a folder matches all below it. Letter case counts.
/// </remarks>
internal sealed class DockerIgnore
{
    // Larger files are not written by people; what they exclude is unknown.
    private const int MaxCharacters = 128 * 1024;
    private const int MaxPatterns = 4096;

    private DockerIgnore(SourceText source, ImmutableArray<DockerIgnorePattern> patterns)
    {
        Source = source;
        Patterns = patterns;
    }

    public SourceText Source { get; }

    /// <summary>In order.</summary>
    public ImmutableArray<DockerIgnorePattern> Patterns { get; }

    public bool HasNegation => Patterns.Any(static pattern => pattern.IsNegated);

    /// <summary>Whether the file excludes everything and names what is let through.</summary>
    public bool IsAllowList => Patterns.Any(static pattern => pattern is { IsNegated: false, IsEverything: true });

    /// <summary>Whether the builder sees nothing at all.</summary>
    public bool ExcludesEverything => IsAllowList && !HasNegation;

    /// <summary>Reads a file; null when the builder refuses one of its patterns, or the file is larger than any real one.</summary>
    public static DockerIgnore? TryParse(SourceText source)
    {
        if (source.Length > MaxCharacters)
            return null;
        var patterns = ImmutableArray.CreateBuilder<DockerIgnorePattern>();
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = Trim(source.Content, source.GetLine(line), out var isComment);
            if (isComment || span.IsEmpty)
                continue;
            if (patterns.Count == MaxPatterns || ReadPattern(source, span) is not { } pattern)
                return null;
            patterns.Add(pattern);
        }

        return new DockerIgnore(source, patterns.ToImmutable());
    }

    /// <summary>Whether the builder does not see a path.</summary>
    /// <param name="path">Cleaned, relative to the context.</param>
    public bool Excludes(string path) => FindExclusion(path) is not null;

    /// <summary>The pattern that hides a path; null when the builder sees it.</summary>
    public DockerIgnorePattern? FindExclusion(string path)
    {
        DockerIgnorePattern? exclusion = null;
        foreach (var pattern in Patterns)
        {
            // As moby does: a pattern that could not change the verdict is not asked.
            if (pattern.IsNegated == exclusion is not null && MatchesPathOrParent(pattern.Pattern, path))
                exclusion = pattern.IsNegated ? null : pattern;
        }

        return exclusion;
    }

    /// <summary>Whether some negated pattern may let through a file below an excluded folder.</summary>
    public bool MayIncludeBelow(string folder)
    {
        var parts = folder.Split('/');
        foreach (var pattern in Patterns)
        {
            if (pattern.IsNegated && MayMatchBelow(pattern.Text.Split('/'), parts))
                return true;
        }

        return false;
    }

    private static bool MayMatchBelow(string[] pattern, string[] folder)
    {
        for (var i = 0; i < folder.Length; i++)
        {
            if (i == pattern.Length)
                return false;
            if (pattern[i].Contains("**", StringComparison.Ordinal))
                return true;
            if (PathPattern.TryParse(pattern[i])?.IsMatch(folder[i]) == false)
                return false;
        }

        return pattern.Length > folder.Length;
    }

    private static bool MatchesPathOrParent(PathPattern pattern, string path)
    {
        if (pattern.IsMatch(path))
            return true;
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (pattern.IsMatch(path.Substring(0, slash)))
                return true;
        }

        return false;
    }

    private static DockerIgnorePattern? ReadPattern(SourceText source, TextSpan span)
    {
        var text = source.Substring(span);
        var isNegated = text[0] == '!';
        if (isNegated)
            text = text.Substring(1).Trim();
        if (text.Length == 0)
            return null;
        var clean = CleanPath.Of(text);
        if (clean.Length > 1 && clean[0] == '/')
            clean = clean.Substring(1);
        return PathPattern.TryParse(clean) is { } pattern ? new DockerIgnorePattern(clean, isNegated, pattern, source.At(span)) : null;
    }

    private static TextSpan Trim(string content, TextSpan line, out bool isComment)
    {
        isComment = !line.IsEmpty && content[line.Start] == '#';
        var (start, end) = (line.Start, line.End);
        while (start < end && char.IsWhiteSpace(content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
