using System.Globalization;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Reads the number constants of templates: <c>8080</c>, <c>1_000</c>, <c>0x1f</c>, <c>1e3</c>, <c>'a'</c>.</summary>
/// <remarks>Grammar: The Go Programming Language Specification, integer and floating-point literals.</remarks>
internal static class GoNumberReader
{
    /// <param name="error">What is wrong, in Go's words; null for a number.</param>
    public static GoNumber Read(string text, TemplateTokenKind kind, out string? error)
    {
        error = null;
        if (kind == TemplateTokenKind.CharacterConstant)
            return ReadCharacter(text, out error);
        if (kind == TemplateTokenKind.Complex || text[text.Length - 1] == 'i')
            return new GoNumber(null, null, IsComplex: true);

        if (ReadInteger(text) is { } whole)
            return new GoNumber(whole, whole);
        if (ReadUnsigned(text) is { } large)
            return new GoNumber(null, large);
        if (ReadFloat(text) is not { } number)
        {
            error = "illegal number syntax: " + GoQuoting.Quote(text);
            return default;
        }

        if (text.IndexOfAny(['.', 'e', 'E', 'p', 'P']) < 0)
        {
            error = "integer overflow: " + GoQuoting.Quote(text);
            return default;
        }

        var isWhole = Math.Floor(number) == number && number is >= long.MinValue and < -(double)long.MinValue;
        return new GoNumber(isWhole ? (long)number : null, number);
    }

    private static GoNumber ReadCharacter(string text, out string? error)
    {
        error = null;
        if (GoUnquoting.TryUnquoteCharacter(text, out var rune))
            return new GoNumber(rune, rune);
        error = "malformed character constant: " + text;
        return default;
    }

    /// <summary>Reads a whole number with an optional sign and base prefix; null where it is none or does not fit 64 bits.</summary>
    public static long? ReadInteger(string text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var start = isNegative || (text.Length > 0 && text[0] == '+') ? 1 : 0;
        if (ReadUnsigned(text.Substring(start)) is not { } size)
            return null;
        if (isNegative)
            return size <= 1UL << 63 ? unchecked(-(long)size) : null;
        return size <= long.MaxValue ? (long)size : null;
    }

    private static ulong? ReadUnsigned(string text)
    {
        var (radix, start) = Radix(text);
        if (start >= text.Length || !AreUnderscoresFitting(text))
            return null;
        var value = 0UL;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '_')
                continue;
            var digit = DigitOf(text[i]);
            if (digit >= radix || value > (ulong.MaxValue - (uint)digit) / (uint)radix)
                return null;
            value = (value * (uint)radix) + (uint)digit;
        }

        return value;
    }

    private static (int Radix, int Start) Radix(string text)
    {
        if (text.Length < 2 || text[0] != '0')
            return (10, 0);
        return text[1] switch
        {
            'x' or 'X' => (16, 2),
            'o' or 'O' => (8, 2),
            'b' or 'B' => (2, 2),
            _ => (8, 1),
        };
    }

    private static double? ReadFloat(string text)
    {
        if (!AreUnderscoresFitting(text.TrimStart('+', '-')))
            return null;
        var plain = text.Replace("_", "");
        if (plain.TrimStart('+', '-') is { Length: > 1 } body && body[0] == '0' && body[1] is 'x' or 'X')
            return HexadecimalFloatReader.Read(plain);
        return double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && !double.IsInfinity(number)
            ? number
            : null;
    }

    // An underscore stands between two digits, or between the base prefix and a digit.
    private static bool AreUnderscoresFitting(string text)
    {
        var hasPrefix = text.Length >= 2 && text[0] == '0' && text[1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B';
        var isHexadecimal = hasPrefix && text[1] is 'x' or 'X';
        var last = hasPrefix ? '0' : '^';
        for (var i = hasPrefix ? 2 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9' || (isHexadecimal && DigitOf(c) < 16))
            {
                last = '0';
                continue;
            }

            if (c == '_' ? last != '0' : last == '_')
                return false;
            last = c == '_' ? '_' : '!';
        }

        return last != '_';
    }

    internal static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };
}
