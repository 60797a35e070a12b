using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Numbers;

/// <summary>Numbers as Go's <c>strconv</c> reads and writes them.</summary>
internal static class GoNumberText
{
    /// <summary>The shortest digits that read back as the same number, in the form of <c>%v</c> and <c>%g</c>: <c>8080</c>, <c>1e+06</c>.</summary>
    public static string General(double value)
    {
        if (Special(value) is { } special)
            return special;
        var (isNegative, digits, point) = Decompose(value);
        var exponent = point - 1;
        var text = new StringBuilder(24);
        if (isNegative)
            text.Append('-');
        // strconv decides the shortest form as if it had a precision of 6, however many digits there are.
        if (exponent is < -4 or >= 6)
            AppendExponent(text, digits, exponent, minimumDigits: 2);
        else
            AppendPlain(text, digits, point);
        return text.ToString();
    }

    /// <summary>A number as <c>encoding/json</c> writes it.</summary>
    public static string Json(double value)
    {
        var (isNegative, digits, point) = Decompose(value);
        var text = new StringBuilder(24);
        if (isNegative)
            text.Append('-');
        var magnitude = Math.Abs(value);
        if (magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21))
            AppendExponent(text, digits, point - 1, minimumDigits: 1);
        else
            AppendPlain(text, digits, point);
        return text.ToString();
    }

    /// <summary>A number without an exponent, in the fewest digits that read back as the same number.</summary>
    public static string Plain(double value)
    {
        if (Special(value) is { } special)
            return special;
        var (isNegative, digits, point) = Decompose(value);
        var text = new StringBuilder(24);
        if (isNegative)
            text.Append('-');
        AppendPlain(text, digits, point);
        return text.ToString();
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

    private static string? Special(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : null;

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

    // The digits without zeros at either end, and how many of them stand before the point.
    private static (bool IsNegative, string Digits, int Point) Decompose(double value)
    {
        if (value == 0)
            return (BitConverter.DoubleToInt64Bits(value) < 0, "0", 1);
        var text = Shortest(Math.Abs(value));
        var exponentAt = text.IndexOf('E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text.Substring(0, exponentAt);
        var pointAt = mantissa.IndexOf('.');
        var point = (pointAt < 0 ? mantissa.Length : pointAt) + exponent;
        var digits = pointAt < 0 ? mantissa : mantissa.Remove(pointAt, 1);
        var leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0')
            leading++;
        digits = digits.Substring(leading).TrimEnd('0');
        return (value < 0, digits.Length == 0 ? "0" : digits, point - leading);
    }

    // "R" is not the shortest form on .NET Framework.
    private static string Shortest(double value)
    {
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value)
            return text;
        text = value.ToString("G16", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var same) && same == value
            ? text
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static void AppendPlain(StringBuilder text, string digits, int point)
    {
        if (point <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
            return;
        }

        if (digits.Length <= point)
        {
            text.Append(digits).Append('0', point - digits.Length);
            return;
        }

        text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
    }

    private static void AppendExponent(StringBuilder text, string digits, int exponent, int minimumDigits)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
            text.Append('.').Append(digits, 1, digits.Length - 1);
        text.Append('e').Append(exponent < 0 ? '-' : '+');
        var number = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        if (number.Length < minimumDigits)
            text.Append('0');
        text.Append(number);
    }
}
