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

        if (digits == 0 || position >= text.Length || ReadExponent(text, position + 1) is not { } exponent)
            return null;
        var value = mantissa * Math.Pow(2, exponent + scale);
        return double.IsInfinity(value) ? null : isNegative ? -value : value;
    }

    private static double? ReadExponent(string text, int start)
    {
        var isNegative = start < text.Length && text[start] == '-';
        var first = isNegative || (start < text.Length && text[start] == '+') ? start + 1 : start;
        if (first >= text.Length)
            return null;
        var exponent = 0.0;
        for (var i = first; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return null;
            exponent = (exponent * 10) + (text[i] - '0');
        }

        return isNegative ? -exponent : exponent;
    }
}
