using System.Globalization;
using HardenBuild.Rendering.Helm.Printing;

namespace HardenBuild.Rendering.Helm.Functions.Numbers;

/// <summary>Numbers as Go's <c>strconv</c> reads and writes them.</summary>
internal static class GoNumberText
{
    /// <summary>The shortest digits that read back as the same number, in the form of <c>%v</c>: <c>8080</c>, <c>1e+06</c>.</summary>
    public static string General(double value) => GoFloatText.Format(value, 'g', -1);

    /// <summary>A number as <c>encoding/json</c> writes it.</summary>
    public static string Json(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude == 0 || (magnitude >= 1e-6 && magnitude < 1e21))
            return GoFloatText.Format(value, 'f', -1);
        var text = GoFloatText.Format(value, 'e', -1);
        // 1e-07 becomes 1e-7.
        var length = text.Length;
        return text[length - 4] == 'e' && text[length - 3] == '-' && text[length - 2] == '0' ? text.Remove(length - 2, 1) : text;
    }

    /// <summary><c>strconv.ParseFloat</c> of a decimal number; null where it fails, also for numbers out of range.</summary>
    public static double? ParseFloat(string text)
    {
        // .NET also takes blanks, "1,000" and words of its own; Go takes none of them.
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or '+' or '-' or '.' or 'e' or 'E'))
                return Word(text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) ? value : null;
    }

    /// <summary><c>strconv.ParseInt(text, 0, 64)</c>: <c>0x1f</c>, <c>0o17</c>, <c>017</c>, <c>0b1</c>.</summary>
    public static long? ParseInteger(string text)
    {
        if (text.Length == 0)
            return null;
        var isNegative = text[0] == '-';
        var start = text[0] is '-' or '+' ? 1 : 0;
        if (Magnitude(text, start) is not { } magnitude)
            return null;
        if (isNegative)
            return magnitude <= 1UL << 63 ? unchecked(-(long)magnitude) : null;
        return magnitude <= long.MaxValue ? (long)magnitude : null;
    }

    /// <summary><c>strconv.ParseUint(text, 0, 64)</c>.</summary>
    public static ulong? ParseUnsigned(string text) => Magnitude(text, 0);

    private static double? Word(string text)
    {
        var name = text.TrimStart('+', '-');
        if (text.Length - name.Length > 1)
            return null;
        if (name.Equals("nan", StringComparison.OrdinalIgnoreCase) && name.Length == text.Length)
            return double.NaN;
        if (name.Equals("inf", StringComparison.OrdinalIgnoreCase) || name.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return null;
    }

    private static ulong? Magnitude(string text, int start)
    {
        uint radix = 10;
        if (text.Length > start + 1 && text[start] == '0')
        {
            var (digits, skipped) = text[start + 1] switch
            {
                'x' or 'X' => (16u, 2),
                'o' or 'O' => (8u, 2),
                'b' or 'B' => (2u, 2),
                _ => (8u, 1),
            };
            radix = digits;
            start += skipped;
        }

        if (start >= text.Length)
            return null;
        ulong number = 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            var digit = c switch
            {
                >= '0' and <= '9' => (uint)(c - '0'),
                >= 'a' and <= 'f' => (uint)(c - 'a' + 10),
                >= 'A' and <= 'F' => (uint)(c - 'A' + 10),
                _ => 99u,
            };
            if (digit >= radix || number > (ulong.MaxValue - digit) / radix)
                return null;
            number = (number * radix) + digit;
        }

        return number;
    }
}
