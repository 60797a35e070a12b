using System.Collections.Immutable;

namespace HardenBuild.Scanning.Discovery;

/// <summary>The patterns of one ignore file, valid from its folder downwards, and those of the folders above.</summary>
/// <param name="Outer">Patterns that are asked when none of these matches; null at the repository's root.</param>
/// <param name="Folder">Relative to the repository root; empty for the root itself.</param>
internal sealed record IgnoreScope(IgnoreScope? Outer, string Folder, ImmutableArray<IgnorePattern> Patterns)
{
    /// <summary>Adds a file's lines to what holds already.</summary>
    public static IgnoreScope? Add(IgnoreScope? outer, string folder, string content, bool ignoreCase)
    {
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        var start = content.Length > 0 && content[0] == '\uFEFF' ? 1 : 0;
        while (start < content.Length)
        {
            var end = content.IndexOf('\n', start);
            if (end < 0)
                end = content.Length;
            var length = end - start;
            if (length > 0 && content[end - 1] == '\r')
                length--;
            if (IgnorePattern.Parse(content.Substring(start, length), ignoreCase) is { } pattern)
                patterns.Add(pattern);
            start = end + 1;
        }

        return patterns.Count == 0 ? outer : new IgnoreScope(outer, folder, patterns.ToImmutable());
    }

    /// <summary>Whether the last pattern that matches, in the nearest file that has one, ignores the path. Parents are the caller's business.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var relative = path.AsSpan(scope.Folder.Length == 0 ? 0 : scope.Folder.Length + 1);
            for (var i = scope.Patterns.Length - 1; i >= 0; i--)
            {
                if (scope.Patterns[i].IsMatch(relative, name, isFolder))
                    return !scope.Patterns[i].IsNegated;
            }
        }

        return false;
    }
}
