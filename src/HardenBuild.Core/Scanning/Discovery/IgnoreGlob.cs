namespace HardenBuild.Scanning.Discovery;

/// <summary>One glob of a <c>.gitignore</c> line, matched in time proportional to pattern times path.</summary>
/// <remarks>
/// <c>*</c> and <c>?</c> stop at a slash, <c>[a-z]</c> never matches one, <c>**</c> between slashes spans folders
/// (gitignore documentation, "PATTERN FORMAT"). A pattern with an unclosed bracket or a trailing backslash matches nothing.
/// Characters are UTF-16 code units.
/// </remarks>
internal sealed class IgnoreGlob
{
    private readonly List<GlobToken> _tokens;
    private readonly string? _literal;
    private readonly string? _suffix;
    private readonly bool _ignoreCase;
    private readonly char? _last;

    private IgnoreGlob(List<GlobToken> tokens, bool ignoreCase)
    {
        _tokens = tokens;
        _ignoreCase = ignoreCase;
        _last = tokens[tokens.Count - 1] is { Kind: GlobTokenKind.Literal } last ? last.Character : null;
        if (tokens.TrueForAll(token => token.Kind == GlobTokenKind.Literal))
            _literal = Text(tokens, 0);
        else if (tokens[0].Kind == GlobTokenKind.Star && tokens.FindIndex(1, token => token.Kind != GlobTokenKind.Literal) < 0)
            _suffix = Text(tokens, 1);
    }

    /// <summary>Reads a pattern; null when it can match nothing.</summary>
    public static IgnoreGlob? Parse(string pattern, bool ignoreCase)
    {
        var tokens = GlobTokenizer.Read(pattern);
        return tokens is null || tokens.Count == 0 ? null : new IgnoreGlob(tokens, ignoreCase);
    }

    public bool IsMatch(ReadOnlySpan<char> path)
    {
        // Most patterns fail at the last character.
        if (_last is { } last && (path.IsEmpty || (path[path.Length - 1] != last && !_ignoreCase)))
            return false;
        var comparison = _ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (_literal is not null)
            return path.Equals(_literal.AsSpan(), comparison);
        if (_suffix is not null)
            return path.EndsWith(_suffix.AsSpan(), comparison) && path.Slice(0, path.Length - _suffix.Length).IndexOf('/') < 0;
        return Simulate(path);
    }

    private static string Text(List<GlobToken> tokens, int start)
    {
        var characters = new char[tokens.Count - start];
        for (var i = start; i < tokens.Count; i++)
            characters[i - start] = tokens[i].Character;
        return new string(characters);
    }

    /// <summary>Runs all alternatives side by side: <c>live[i]</c> says that the first i tokens match the path read so far.</summary>
    private bool Simulate(ReadOnlySpan<char> path)
    {
        var count = _tokens.Count;
        Span<bool> live = count < 256 ? stackalloc bool[count + 1] : new bool[count + 1];
        Span<bool> next = count < 256 ? stackalloc bool[count + 1] : new bool[count + 1];
        live.Clear();
        live[0] = true;
        SkipEmpty(live);
        foreach (var c in path)
        {
            next.Clear();
            for (var i = 0; i < count; i++)
            {
                if (live[i])
                    Step(next, i, c);
            }

            SkipEmpty(next);
            var swap = live;
            live = next;
            next = swap;
        }

        return live[count];
    }

    private void Step(Span<bool> next, int index, char c)
    {
        var token = _tokens[index];
        switch (token.Kind)
        {
            case GlobTokenKind.Star:
                next[index] |= c != '/';
                break;
            case GlobTokenKind.AnyPath:
                next[index] = true;
                break;
            case GlobTokenKind.FolderPath:
                next[index] = true;
                next[index + 1] |= c == '/';
                break;
            default:
                next[index + 1] |= token.Matches(c, _ignoreCase);
                break;
        }
    }

    /// <summary>Goes on over the tokens that may match nothing.</summary>
    private void SkipEmpty(Span<bool> live)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!live[i])
                continue;
            live[i + 1] |= _tokens[i].Kind is GlobTokenKind.Star or GlobTokenKind.AnyPath or GlobTokenKind.AnyFolders;
            if (_tokens[i].Kind == GlobTokenKind.AnyFolders)
                live[i + 2] = true;
        }
    }
}
