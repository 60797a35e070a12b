using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>Floating-point numbers with a hexadecimal mantissa and a binary exponent: <c>0x1.8p+01</c>.</summary>
internal static class HexadecimalFloat
{
    private const int FractionDigits = 13;
    private const int FractionBits = 52;

    /// <param name="size">Not negative.</param>
    /// <param name="format"><c>x</c> or <c>X</c>.</param>
    /// <param name="precision">Digits after the point; -1 for as many as the number needs.</param>
    public static void Append(StringBuilder output, double size, char format, int precision)
    {
        var (mantissa, exponent) = Normalized(size);
        if (precision is >= 0 and < FractionDigits)
            Round(ref mantissa, ref exponent, precision);

        var fraction = (mantissa & ((1L << FractionBits) - 1)).ToString("x13", CultureInfo.InvariantCulture);
        fraction = precision < 0 ? fraction.TrimEnd('0') : fraction.PadRight(precision, '0').Substring(0, precision);
        var text = new StringBuilder("0x").Append((mantissa >> FractionBits).ToString(CultureInfo.InvariantCulture));
        if (fraction.Length > 0)
            text.Append('.').Append(fraction);
        text.Append('p').Append(exponent < 0 ? '-' : '+');
        text.Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
        output.Append(format == 'X' ? text.ToString().ToUpperInvariant() : text.ToString());
    }

    private static (long Mantissa, int Exponent) Normalized(double size)
    {
        if (size == 0)
            return (0, 0);
        var (mantissa, exponent) = DecimalDigits.BinaryParts(size);
        while (mantissa >> FractionBits == 0)
        {
            mantissa <<= 1;
            exponent--;
        }

        return (mantissa, exponent + FractionBits);
    }

    private static void Round(ref long mantissa, ref int exponent, int precision)
    {
        var shift = FractionBits - (4 * precision);
        var rest = mantissa & ((1L << shift) - 1);
        var half = 1L << (shift - 1);
        mantissa >>= shift;
        if (rest > half || (rest == half && (mantissa & 1) != 0))
            mantissa++;
        mantissa <<= shift;
        if (mantissa >> (FractionBits + 1) == 0)
            return;
        mantissa >>= 1;
        exponent++;
    }
}
