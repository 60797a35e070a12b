namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A pattern of <c>${x#p}</c>, <c>${x%p}</c> and <c>${x/p/r}</c>: <c>*</c>, <c>?</c> and escaped characters.</summary>
/// <remarks>Matches by bit-parallel simulation: one step a character whatever the pattern, so no pattern is slow.</remarks>
internal sealed class ShellPattern
{
    /// <summary>States fit the bits of one word, one of them is the end.</summary>
    private const int MaximumLength = 62;

    // A private-use character stands for `?`: it is not a letter of any image reference or path.
    private const char AnyCharacter = '\uE000';

    private readonly char[] _tokens;
    private readonly ulong _stars;

    private ShellPattern(List<char> tokens, ulong stars)
    {
        _tokens = [.. tokens];
        _stars = stars;
    }

    /// <summary>Null when the builder refuses the pattern or it is too long to be taken from a real file.</summary>
    public static ShellPattern? TryParse(string pattern)
    {
        var tokens = new List<char>();
        var stars = 0UL;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (tokens.Count >= MaximumLength)
                return null;
            var c = pattern[i];
            if (c == '*')
            {
                stars |= 1UL << tokens.Count;
                continue;
            }

            if (c == '\\')
            {
                i++;
                if (i >= pattern.Length || pattern[i] is not ('*' or '?' or '\\' or '}' or '/'))
                    return null;
                c = pattern[i];
            }
            else if (c == '?')
            {
                c = AnyCharacter;
            }

            tokens.Add(c);
        }

        return new ShellPattern(tokens, stars);
    }

    /// <summary>Ends of the shortest and longest match that begins at <paramref name="start"/>; -1 when there is none.</summary>
    public (int Shortest, int Longest) Match(string value, int start)
    {
        var accepting = 1UL << _tokens.Length;
        var states = 1UL;
        var shortest = -1;
        var longest = -1;
        for (var end = start; ; end++)
        {
            if ((states & accepting) != 0)
            {
                shortest = shortest < 0 ? end : shortest;
                longest = end;
            }

            if (end == value.Length || states == 0)
                return (shortest, longest);
            states = Step(states, value[end]);
        }
    }

    public string TrimStart(string value, bool isLongest)
    {
        var (shortest, longest) = Match(value, 0);
        return shortest < 0 ? value : value.Substring(isLongest ? longest : shortest);
    }

    public string TrimEnd(string value, bool isLongest)
    {
        var found = -1;
        for (var start = value.Length; start >= 0 && (isLongest || found < 0); start--)
        {
            if (Match(value, start).Longest == value.Length)
                found = start;
        }

        return found < 0 ? value : value.Substring(0, found);
    }

    /// <summary>Replaces the first match, the longest at its place, or all of them.</summary>
    public string Replace(string value, string replacement, bool isAll)
    {
        var result = new System.Text.StringBuilder();
        var position = 0;
        while (position <= value.Length)
        {
            var end = Match(value, position).Longest;
            if (end >= 0)
            {
                result.Append(replacement);
                if (!isAll)
                    return result.Append(value, end, value.Length - end).ToString();
            }

            if (end > position)
            {
                position = end;
                // The empty match just after a match is not one of its own.
                if (position == value.Length)
                    break;
                continue;
            }

            if (position < value.Length)
                result.Append(value[position]);
            position++;
        }

        return result.ToString();
    }

    private ulong Step(ulong states, char c)
    {
        var next = states & _stars;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if ((states & (1UL << i)) != 0 && (_tokens[i] == c || _tokens[i] == AnyCharacter))
                next |= 1UL << (i + 1);
        }

        return next;
    }
}
