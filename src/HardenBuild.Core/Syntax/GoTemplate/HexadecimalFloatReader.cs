using System.Globalization;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Reads floating-point numbers with a hexadecimal mantissa: <c>0x1.8p3</c>.</summary>
internal static class HexadecimalFloatReader
{
    /// <param name="text">With an optional sign, the prefix, and no underscores.</param>
    /// <returns>Null where it is no such number; the exponent is required.</returns>
    public static double? Read(string text)
    {
        var isNegative = text[0] == '-';
        var position = (text[0] is '-' or '+' ? 1 : 0) + 2;
        var mantissa = 0.0;
        var scale = 0;
        var digits = 0;
        var hasPoint = false;
        for (; position < text.Length && text[position] is not ('p' or 'P'); position++)
        {
            if (text[position] == '.' && !hasPoint)
            {
                hasPoint = true;
                continue;
            }

            var digit = GoNumberReader.DigitOf(text[position]);
            if (digit >= 16)
                return null;
            mantissa = (mantissa * 16) + digit;
            scale -= hasPoint ? 4 : 0;
            digits++;
        }

        if (digits == 0 || position >= text.Length
            || !int.TryParse(text.Substring(position + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return null;
        var value = mantissa * Math.Pow(2, (double)exponent + scale);
        return double.IsInfinity(value) ? null : isNegative ? -value : value;
    }
}
