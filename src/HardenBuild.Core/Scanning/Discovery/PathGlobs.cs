using System.Collections.Immutable;

namespace HardenBuild.Scanning.Discovery;

/// <summary>The globs of <c>--include</c> or <c>--exclude</c>: written as in <c>.gitignore</c>, relative to the root, a folder stands for all below it.</summary>
internal sealed class PathGlobs
{
    private readonly ImmutableArray<IgnorePattern> _patterns;

    private PathGlobs(ImmutableArray<IgnorePattern> patterns) => _patterns = patterns;

    public bool IsEmpty => _patterns.IsEmpty;

    public static PathGlobs Parse(ImmutableArray<string> globs)
    {
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>(globs.Length);
        foreach (var glob in globs)
        {
            var text = Platform.IsWindows ? glob.Replace('\\', '/') : glob;
            while (text.StartsWith("./", StringComparison.Ordinal))
                text = text.Substring(2);
            if (IgnorePattern.Parse(text, Platform.IsWindows) is { } pattern)
                patterns.Add(pattern);
        }

        return new PathGlobs(patterns.ToImmutable());
    }

    /// <summary>Whether the path or a folder above it matches.</summary>
    /// <param name="path">A file's path relative to the root.</param>
    public bool Match(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var part = path.AsSpan(0, end);
            for (var i = _patterns.Length - 1; i >= 0; i--)
            {
                if (_patterns[i].IsMatch(part, part.Slice(part.LastIndexOf('/') + 1), isFolder: end < path.Length))
                    return !_patterns[i].IsNegated;
            }
        }

        return false;
    }
}
