namespace HardenBuild.Scanning.Discovery;

/// <summary>A bracket expression of a glob: ranges and POSIX classes, perhaps negated.</summary>
internal sealed class CharacterClass(bool isNegated, List<(char First, char Last)> ranges, List<Func<char, bool>> classes)
{
    public bool Contains(char c, bool ignoreCase)
    {
        var found = Lists(c) || (ignoreCase && (Lists(char.ToLowerInvariant(c)) || Lists(char.ToUpperInvariant(c))));
        return found != isNegated;
    }

    /// <summary>The test behind <c>[:name:]</c>, over ASCII as in the C locale; null for an unknown name.</summary>
    public static Func<char, bool>? Posix(string name) => name switch
    {
        "alnum" => static c => IsLetter(c) || IsDigit(c),
        "alpha" => IsLetter,
        "blank" => static c => c is ' ' or '\t',
        "cntrl" => static c => c is < ' ' or '\x7f',
        "digit" => IsDigit,
        "graph" => static c => c is > ' ' and < '\x7f',
        "lower" => static c => c is >= 'a' and <= 'z',
        "print" => static c => c is >= ' ' and < '\x7f',
        "punct" => static c => c is > ' ' and < '\x7f' && !IsLetter(c) && !IsDigit(c),
        "space" => static c => c is ' ' or (>= '\t' and <= '\r'),
        "upper" => static c => c is >= 'A' and <= 'Z',
        "xdigit" => static c => IsDigit(c) || (char)(c | 0x20) is >= 'a' and <= 'f',
        _ => null,
    };

    private static bool IsLetter(char c) => (char)(c | 0x20) is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private bool Lists(char c)
    {
        foreach (var (first, last) in ranges)
        {
            if (c >= first && c <= last)
                return true;
        }

        foreach (var contains in classes)
        {
            if (contains(c))
                return true;
        }

        return false;
    }
}
