namespace HardenBuild.Model.Docker.Context;

/// <summary>A glob of <c>.dockerignore</c> or of COPY: <c>*</c>, <c>?</c>, <c>**</c>, <c>[a-z]</c> and escaped characters.</summary>
/// <remarks>
/// Decides as https://github.com/moby/patternmatcher does, oddities included. Matches by simulating all states at once: pattern length times path length
/// steps at most, whatever the pattern.
/// </remarks>
internal sealed class PathPattern
{
    private readonly string _text;
    private readonly MatchKind _kind;
    private readonly PathPatternToken[] _tokens;

    private PathPattern(string text, MatchKind kind, PathPatternToken[] tokens)
    {
        _text = text;
        _kind = kind;
        _tokens = tokens;
    }

    private enum MatchKind
    {
        Exact,
        Prefix,
        Suffix,
        Tokens,
    }

    /// <summary>Reads a cleaned pattern; null when the builder refuses it.</summary>
    public static PathPattern? TryParse(string pattern)
    {
        var tokens = new List<PathPatternToken>(pattern.Length);
        var kind = MatchKind.Exact;
        for (var i = 0; i < pattern.Length;)
        {
            var start = i;
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    i += i + 2 < pattern.Length && pattern[i + 2] == '/' ? 3 : 2;
                    if (i < pattern.Length)
                    {
                        tokens.Add(PathPatternToken.FoldersStart);
                        tokens.Add(PathPatternToken.Folders);
                        kind = MatchKind.Tokens;
                    }
                    else
                    {
                        tokens.Add(PathPatternToken.Everything);
                        kind = kind == MatchKind.Exact ? MatchKind.Prefix : MatchKind.Tokens;
                    }

                    if (start == 0)
                        kind = MatchKind.Suffix;
                    continue;
                case '*':
                    tokens.Add(PathPatternToken.Name);
                    break;
                case '?':
                    tokens.Add(PathPatternToken.AnyCharacter);
                    break;
                case '[':
                    if (CharacterSet.TryParse(pattern, ref i) is not { } set)
                        return null;
                    tokens.Add(PathPatternToken.OneOf(set));
                    kind = MatchKind.Tokens;
                    continue;
                case '\\' when i + 1 == pattern.Length:
                    return null;
                case '\\':
                    i++;
                    tokens.Add(PathPatternToken.Literal(pattern[i]));
                    break;
                default:
                    tokens.Add(PathPatternToken.Literal(pattern[i]));
                    i++;
                    continue;
            }

            i++;
            kind = MatchKind.Tokens;
        }

        return new PathPattern(pattern, kind, [.. tokens]);
    }

    /// <param name="path">Cleaned, without a leading slash.</param>
    public bool IsMatch(string path)
    {
        switch (_kind)
        {
            case MatchKind.Exact:
                return path == _text;
            case MatchKind.Prefix:
                return string.CompareOrdinal(path, 0, _text, 0, _text.Length - 2) == 0;
            case MatchKind.Suffix:
                // `**/a` is `a` in any folder and in none; `**a` is whatever ends so.
                return path.EndsWith(_text.Substring(2), StringComparison.Ordinal) || (_text.Length > 2 && _text[2] == '/' && path == _text.Substring(3));
            default:
                return Simulate(path);
        }
    }

    private bool Simulate(string path)
    {
        var current = new bool[_tokens.Length + 1];
        var next = new bool[_tokens.Length + 1];
        current[0] = true;
        SkipOptional(current);
        foreach (var c in path)
        {
            Array.Clear(next, 0, next.Length);
            var isAlive = false;
            for (var i = 0; i < _tokens.Length; i++)
            {
                if (!current[i])
                    continue;
                var (stays, advances) = _tokens[i].Step(c);
                next[i] |= stays;
                next[i + 1] |= advances;
                isAlive |= stays | advances;
            }

            if (!isAlive)
                return false;
            SkipOptional(next);
            (current, next) = (next, current);
        }

        return current[_tokens.Length];
    }

    /// <summary>Enters what may stay empty: a name of no characters, no folders at all.</summary>
    private void SkipOptional(bool[] states)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (!states[i])
                continue;
            switch (_tokens[i].Kind)
            {
                case PathPatternTokenKind.Name or PathPatternTokenKind.Everything:
                    states[i + 1] = true;
                    break;
                case PathPatternTokenKind.FoldersStart:
                    states[i + 1] = true;
                    states[i + 2] = true;
                    break;
            }
        }
    }
}
