using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>Floating-point numbers as Go's <c>strconv.FormatFloat</c> writes them.</summary>
internal static class GoFloatText
{
    private const int ShortestExponentLimit = 6;

    /// <param name="format">One of <c>b e E f g G x X</c>.</param>
    /// <param name="precision">-1 for the fewest digits that read back as the same number.</param>
    public static string Format(double value, char format, int precision)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";

        var output = new StringBuilder();
        if (BitConverter.DoubleToInt64Bits(value) < 0)
            output.Append('-');
        var size = Math.Abs(value);
        if (format == 'b')
            AppendBinary(output, size);
        else if (format is 'x' or 'X')
            HexadecimalFloat.Append(output, size, format, precision);
        else
            AppendDecimal(output, size, format, precision);
        return output.ToString();
    }

    private static void AppendBinary(StringBuilder output, double size)
    {
        var (mantissa, exponent) = DecimalDigits.BinaryParts(size);
        output.Append(mantissa.ToString(CultureInfo.InvariantCulture)).Append('p');
        output.Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture));
    }

    private static void AppendDecimal(StringBuilder output, double size, char format, int precision)
    {
        var isShortest = precision < 0;
        var digits = isShortest ? DecimalDigits.Shortest(size) : Round(DecimalDigits.Exact(size), format, ref precision);
        switch (format)
        {
            case 'e' or 'E':
                AppendExponential(output, digits, isShortest ? Math.Max(digits.Digits.Length - 1, 0) : precision, format);
                break;
            case 'f':
                AppendFixed(output, digits, isShortest ? Math.Max(digits.Digits.Length - digits.Point, 0) : precision);
                break;
            default:
                AppendGeneral(output, digits, isShortest ? ShortestExponentLimit : precision, isShortest, (char)(format + 'e' - 'g'));
                break;
        }
    }

    private static DecimalDigits Round(DecimalDigits exact, char format, ref int precision)
    {
        switch (format)
        {
            case 'e' or 'E':
                return exact.Rounded(precision + 1);
            case 'f':
                return exact.Rounded(exact.Point + precision);
            default:
                precision = Math.Max(precision, 1);
                return exact.Rounded(precision);
        }
    }

    private static void AppendGeneral(StringBuilder output, DecimalDigits digits, int precision, bool isShortest, char exponentMark)
    {
        var count = digits.Digits.Length;
        var limit = !isShortest && precision > count && count >= digits.Point ? count : precision;
        var exponent = digits.Point - 1;
        if (exponent < -4 || exponent >= limit)
            AppendExponential(output, digits, Math.Max((isShortest || precision > count ? count : precision) - 1, 0), exponentMark);
        else
            AppendFixed(output, digits, Math.Max(count - digits.Point, 0));
    }

    private static void AppendExponential(StringBuilder output, DecimalDigits digits, int precision, char mark)
    {
        var text = digits.Digits;
        output.Append(text.Length > 0 ? text[0] : '0');
        if (precision > 0)
        {
            output.Append('.');
            var available = Math.Min(Math.Max(text.Length - 1, 0), precision);
            if (available > 0)
                output.Append(text, 1, available);
            output.Append('0', precision - available);
        }

        var exponent = text.Length == 0 ? 0 : digits.Point - 1;
        output.Append(mark).Append(exponent < 0 ? '-' : '+');
        output.Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
    }

    private static void AppendFixed(StringBuilder output, DecimalDigits digits, int precision)
    {
        var (text, point) = digits;
        if (point <= 0)
        {
            output.Append('0');
        }
        else
        {
            var whole = Math.Min(point, text.Length);
            output.Append(text, 0, whole).Append('0', point - whole);
        }

        if (precision <= 0)
            return;
        output.Append('.');
        for (var i = 0; i < precision; i++)
        {
            var index = point + i;
            output.Append(index >= 0 && index < text.Length ? text[index] : '0');
        }
    }
}
