using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Printing;

internal sealed partial class GoFormatter
{
    private void WriteInteger(GoInteger number, int verb)
    {
        switch (verb)
        {
            case 'v' or 's' or 'q' or 'x' or 'X' when number.TypeName == "time.Duration":
                WriteString(GoDurationText.Format(number.Value), verb, number);
                break;
            case 'v' when _flags.SharpV && number.Kind == GoKind.Uint8:
                _flags.Sharp = true;
                WriteWhole(number.Value, 16, verb, isUpper: false);
                _flags.Sharp = false;
                break;
            case 'v' or 'd':
                WriteWhole(number.Value, 10, verb, isUpper: false);
                break;
            case 'b':
                WriteWhole(number.Value, 2, verb, isUpper: false);
                break;
            case 'o' or 'O':
                WriteWhole(number.Value, 8, verb, isUpper: false);
                break;
            case 'x' or 'X':
                WriteWhole(number.Value, 16, verb, isUpper: verb == 'X');
                break;
            case 'c':
                Pad(RuneText(ToRune(number.Value)));
                break;
            case 'q':
                Pad(GoQuoting.Quote(RuneText(ToRune(number.Value)), '\'', _flags.Plus));
                break;
            case 'U':
                WriteUnicode(number.Value);
                break;
            default:
                WriteBadVerb(number, verb);
                break;
        }
    }

    private static int ToRune(long value) => value is < 0 or > 0x10FFFF ? 0xFFFD : (int)value;

    private void WriteWhole(long value, int radix, int verb, bool isUpper)
    {
        var isNegative = value < 0;
        var size = isNegative ? unchecked((ulong)-value) : (ulong)value;
        var precision = 0;
        if (_flags.HasPrecision)
        {
            precision = _flags.Precision;
            if (precision == 0 && value == 0)
            {
                PadWithBlanks("");
                return;
            }
        }
        else if (_flags.IsZeroPadding && _flags.HasWidth)
        {
            precision = isNegative || _flags.Plus || _flags.Space ? _flags.Width - 1 : _flags.Width;
        }

        RequireRoom(Math.Max(precision, 0));
        var digits = Digits(size, radix, isUpper).PadLeft(Math.Max(precision, 0), '0');
        PadWithBlanks(Sign(isNegative) + RadixPrefix(radix, verb, digits, isUpper) + digits);
    }

    private string Sign(bool isNegative) => isNegative ? "-" : _flags.Plus ? "+" : _flags.Space ? " " : "";

    private string RadixPrefix(int radix, int verb, string digits, bool isUpper)
    {
        if (verb == 'O')
            return "0o" + (_flags.Sharp && digits[0] != '0' ? "0" : "");
        if (!_flags.Sharp)
            return "";
        return radix switch
        {
            2 => "0b",
            8 => digits[0] == '0' ? "" : "0",
            16 => isUpper ? "0X" : "0x",
            _ => "",
        };
    }

    private static string Digits(ulong size, int radix, bool isUpper)
    {
        if (radix == 10)
            return size.ToString(CultureInfo.InvariantCulture);
        if (radix == 16)
            return size.ToString(isUpper ? "X" : "x", CultureInfo.InvariantCulture);
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, (char)('0' + (size % (uint)radix)));
            size /= (uint)radix;
        }
        while (size > 0);

        return digits.ToString();
    }

    private void WriteUnicode(long value)
    {
        var precision = Math.Max(_flags.Precision, 4);
        RequireRoom(precision);
        var text = "U+" + Digits(unchecked((ulong)value), 16, isUpper: true).PadLeft(precision, '0');
        if (_flags.Sharp && value is >= 0 and <= 0x10FFFF && GoQuoting.IsPrintable(RuneText((int)value), 0))
            text += " '" + RuneText((int)value) + "'";
        PadWithBlanks(text);
    }

    private void WriteFloat(GoFloat number, int verb)
    {
        switch (verb)
        {
            case 'v':
                WriteFloat(number.Value, 'g', -1);
                break;
            case 'b' or 'g' or 'G' or 'x' or 'X':
                WriteFloat(number.Value, (char)verb, -1);
                break;
            case 'e' or 'E' or 'f' or 'F':
                WriteFloat(number.Value, verb == 'F' ? 'f' : (char)verb, 6);
                break;
            default:
                WriteBadVerb(number, verb);
                break;
        }
    }

    private void WriteFloat(double value, char format, int precision)
    {
        if (_flags.HasPrecision)
            precision = _flags.Precision;
        RequireRoom(Math.Max(precision, 0));
        var text = GoFloatText.Format(value, format, precision);
        var sign = text[0] is '-' or '+' ? text[0] : '+';
        var digits = text[0] is '-' or '+' ? text.Substring(1) : text;
        if (_flags.Space && sign == '+' && !_flags.Plus)
            sign = ' ';
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            var isBare = double.IsNaN(value) ? !_flags.Space && !_flags.Plus : sign == '+' && !_flags.Plus;
            PadWithBlanks(isBare && double.IsNaN(value) ? digits : isBare ? "+" + digits : sign + digits);
            return;
        }

        if (_flags.Sharp && format != 'b')
            digits = FloatPoint.Keep(digits, format, precision);
        if (!_flags.Plus && sign == '+')
            Pad(digits);
        else if (_flags.IsZeroPadding && _flags.HasWidth && _flags.Width > digits.Length + 1)
            PadWithBlanks(sign + digits.PadLeft(_flags.Width - 1, '0'));
        else
            Pad(sign + digits);
    }
}
