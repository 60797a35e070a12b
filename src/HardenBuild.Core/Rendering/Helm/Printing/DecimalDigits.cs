using System.Globalization;
using System.Numerics;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>A positive number in decimal.</summary>
/// <param name="Digits">Without zeros at either end; empty for zero.</param>
/// <param name="Point">How many digits stand before the decimal point; negative for zeros after it.</param>
internal readonly record struct DecimalDigits(string Digits, int Point)
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    public static DecimalDigits Zero => new("", 0);

    /// <summary>The fewest digits that read back as the same number.</summary>
    public static DecimalDigits Shortest(double value)
    {
        if (value == 0)
            return Zero;
        // Most numbers of charts are small and whole: their digits need no search.
        if (value < 1e15 && Math.Floor(value) == value)
        {
            var whole = ((long)value).ToString(CultureInfo.InvariantCulture);
            return new(whole.TrimEnd('0'), whole.Length);
        }

        // 15 digits survive the way to a double and back, 17 the other way (IEEE 754-2019, 5.12.2); the smallest numbers have fewer.
        for (var precision = value < SmallestNormal ? 0 : 14; ; precision++)
        {
            var text = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (precision == 16 || double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value)
                return FromExponential(text);
        }
    }

    /// <summary>All digits: a binary fraction always ends in decimal.</summary>
    public static DecimalDigits Exact(double value)
    {
        if (value == 0)
            return Zero;
        var (mantissa, exponent) = BinaryParts(value);
        var number = exponent >= 0
            ? (BigInteger)mantissa << exponent
            : mantissa * BigInteger.Pow(5, -exponent);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var point = exponent >= 0 ? digits.Length : digits.Length + exponent;
        return new(digits.TrimEnd('0'), point);
    }

    /// <summary>The first digits, the last of them rounded half to even.</summary>
    /// <param name="count">May be zero or negative: then what remains is zero or one digit.</param>
    public DecimalDigits Rounded(int count)
    {
        if (count >= Digits.Length)
            return this;
        if (count < 0)
            return Zero;
        var kept = Digits.Substring(0, count);
        return IsRoundedUp(count) ? Increment(kept, Point) : new(kept.TrimEnd('0'), kept.Length == 0 ? 0 : Point);
    }

    /// <summary>The mantissa as a whole number, and the power of two to multiply it with.</summary>
    public static (long Mantissa, int Exponent) BinaryParts(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        var exponent = (int)((bits >> 52) & 0x7FF);
        return exponent == 0 ? (mantissa, -1074) : (mantissa | 0x10_0000_0000_0000, exponent - 1075);
    }

    private static DecimalDigits FromExponential(string text)
    {
        // d.dddE+ddd, or dE+ddd
        var mark = text.IndexOf('E');
        var digits = mark == 1 ? text.Substring(0, 1) : text[0] + text.Substring(2, mark - 2);
        var exponent = 0;
        for (var i = mark + 2; i < text.Length; i++)
            exponent = (exponent * 10) + (text[i] - '0');
        return new(digits.TrimEnd('0'), (text[mark + 1] == '-' ? -exponent : exponent) + 1);
    }

    private static DecimalDigits Increment(string digits, int point)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (digits[i] != '9')
                return new(digits.Substring(0, i) + (char)(digits[i] + 1), point);
        }

        return new("1", point + 1);
    }

    private bool IsRoundedUp(int count)
    {
        if (Digits[count] != '5' || count + 1 < Digits.Length)
            return Digits[count] >= '5';
        return count > 0 && (Digits[count - 1] - '0') % 2 != 0;
    }
}
