namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Reads <c>[a-z]</c> and the escapes for characters and sets of them.</summary>
internal sealed class CharacterClassParser(string pattern, bool ignoresCase)
{
    /// <summary>Reads the class that starts at a bracket.</summary>
    public CharacterSet Parse(ref int position)
    {
        var start = position++;
        var set = new CharacterSet { IgnoresCase = ignoresCase };
        if (position < pattern.Length && pattern[position] == '^')
        {
            set.IsNegated = true;
            position++;
        }

        for (var isFirst = true; ; isFirst = false)
        {
            if (position == pattern.Length)
                throw new RegexSyntaxException("missing closing ]", pattern.Substring(start));
            if (pattern[position] == ']' && !isFirst)
                break;
            if (TryAddPosix(set, ref position) || TryAddClass(pattern, ref position, set))
                continue;
            AddRange(set, start, ref position);
        }

        position++;
        return set;
    }

    /// <summary>Adds the set of <c>\d</c>, <c>\W</c>, <c>\pL</c>, <c>\P{Lu}</c>.</summary>
    public static bool TryAddClass(string pattern, ref int position, CharacterSet set)
    {
        if (pattern[position] != '\\' || position + 1 == pattern.Length)
            return false;
        var letter = pattern[position + 1];
        if (letter is 'p' or 'P')
        {
            AddUnicode(pattern, ref position, set, isNegated: letter == 'P');
            return true;
        }

        if (NamedSets.Perl(char.ToLowerInvariant(letter)) is not { } ranges)
            return false;
        set.Add(ranges, isNegated: char.IsUpper(letter));
        position += 2;
        return true;
    }

    /// <summary>Reads an escape for one character.</summary>
    public static int EscapedCharacter(string pattern, ref int position)
    {
        var start = position++;
        if (position == pattern.Length)
            throw new RegexSyntaxException("trailing backslash at end of expression", "");
        var c = pattern[position++];
        switch (c)
        {
            case >= '1' and <= '7' when position == pattern.Length || pattern[position] is < '0' or > '7':
                // A reference back to a group.
                break;
            case >= '0' and <= '7':
                var octal = c - '0';
                for (var i = 1; i < 3 && position < pattern.Length && pattern[position] is >= '0' and <= '7'; i++)
                    octal = (octal * 8) + pattern[position++] - '0';
                return octal;
            case 'x':
                if (Hexadecimal(pattern, ref position) is { } character)
                    return character;
                break;
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case < '\u0080' when !char.IsLetterOrDigit(c):
                return c;
        }

        throw new RegexSyntaxException("invalid escape sequence", pattern.Substring(start, Math.Min(position, pattern.Length) - start));
    }

    private void AddRange(CharacterSet set, int start, ref int position)
    {
        var rangeStart = position;
        var first = Character(start, ref position);
        var last = first;
        if (position + 1 < pattern.Length && pattern[position] == '-' && pattern[position + 1] != ']')
        {
            position++;
            last = Character(start, ref position);
            if (last < first)
                throw new RegexSyntaxException("invalid character class range", pattern.Substring(rangeStart, position - rangeStart));
        }

        set.Add(first, last);
    }

    private int Character(int start, ref int position)
    {
        if (position == pattern.Length)
            throw new RegexSyntaxException("missing closing ]", pattern.Substring(start));
        if (pattern[position] == '\\')
            return EscapedCharacter(pattern, ref position);
        var character = RegexText.CharacterAt(pattern, position, out var length);
        position += length;
        return character;
    }

    private bool TryAddPosix(CharacterSet set, ref int position)
    {
        if (string.CompareOrdinal(pattern, position, "[:", 0, 2) != 0)
            return false;
        var end = pattern.IndexOf(":]", position + 2, StringComparison.Ordinal);
        if (end < 0)
            return false;
        var name = pattern.Substring(position + 2, end - position - 2);
        var isNegated = name.Length > 0 && name[0] == '^';
        if (NamedSets.Posix(isNegated ? name.Substring(1) : name) is not { } ranges)
            throw new RegexSyntaxException("invalid character class range", pattern.Substring(position, end + 2 - position));
        set.Add(ranges, isNegated);
        position = end + 2;
        return true;
    }

    private static void AddUnicode(string pattern, ref int position, CharacterSet set, bool isNegated)
    {
        var start = position;
        position += 2;
        if (position == pattern.Length)
            throw new RegexSyntaxException("invalid character class range", pattern.Substring(start));
        string name;
        if (pattern[position] != '{')
        {
            name = pattern.Substring(position++, 1);
        }
        else
        {
            var end = pattern.IndexOf('}', position);
            if (end < 0)
                throw new RegexSyntaxException("invalid character class range", pattern.Substring(start));
            name = pattern.Substring(position + 1, end - position - 1);
            position = end + 1;
        }

        if (name.Length > 0 && name[0] == '^')
            (name, isNegated) = (name.Substring(1), !isNegated);
        if (NamedSets.Categories(name) is { } categories)
            set.AddCategories(isNegated ? ~categories : categories);
        else if (NamedSets.Script(name) is { } ranges)
            set.Add(ranges, isNegated);
        else
            throw new RegexSyntaxException("invalid character class range", pattern.Substring(start, position - start));
    }

    // \x7F and \x{10FFFF}.
    private static int? Hexadecimal(string pattern, ref int position)
    {
        if (position == pattern.Length)
            return null;
        var hasBraces = pattern[position] == '{';
        if (hasBraces)
            position++;
        var number = 0;
        var digits = 0;
        while (position < pattern.Length && (hasBraces || digits < 2) && Digit(pattern[position]) is >= 0 and var digit)
        {
            number = (number * 16) + digit;
            if (number > CharacterSet.Last)
                return null;
            position++;
            digits++;
        }

        if (!hasBraces)
            return digits == 2 ? number : null;
        if (digits == 0 || position == pattern.Length || pattern[position] != '}')
            return null;
        position++;
        return number;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
