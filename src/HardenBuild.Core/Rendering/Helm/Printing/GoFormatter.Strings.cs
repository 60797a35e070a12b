using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Printing;

internal sealed partial class GoFormatter
{
    /// <param name="value">What a complaint about the verb shows; null for the key of a map.</param>
    private void WriteString(string text, int verb, GoValue? value)
    {
        switch (verb)
        {
            case 'v' when _flags.SharpV:
            case 'q':
                WriteQuoted(Truncate(text));
                break;
            case 'v' or 's':
                Pad(Truncate(text));
                break;
            case 'x' or 'X':
                WriteHexadecimal(text, verb == 'X' ? "X2" : "x2");
                break;
            default:
                WriteBadVerb(value ?? new GoString(text), verb);
                break;
        }
    }

    private void WriteQuoted(string text) => Pad(_flags.Sharp && GoQuoting.CanBackquote(text)
        ? "`" + text + "`"
        : GoQuoting.Quote(text, '"', _flags.Plus));

    private string Truncate(string text)
    {
        if (!_flags.HasPrecision || _flags.Precision >= text.Length)
            return text;
        var end = 0;
        for (var count = 0; count < _flags.Precision && end < text.Length; count++)
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length && char.IsLowSurrogate(text[end + 1]) ? 2 : 1;
        return text.Substring(0, end);
    }

    private void WriteHexadecimal(string text, string byteFormat)
    {
        var bytes = Utf8Text.ToBytes(text);
        var count = _flags.HasPrecision ? Math.Min(_flags.Precision, bytes.Length) : bytes.Length;
        RequireRoom(count * 5L > MaximumLength ? MaximumLength : count * 5);
        var prefix = !_flags.Sharp ? "" : byteFormat[0] == 'X' ? "0X" : "0x";
        var digits = new StringBuilder(count * 2);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && _flags.Space)
                digits.Append(' ');
            if (i == 0 || _flags.Space)
                digits.Append(prefix);
            digits.Append(bytes[i].ToString(byteFormat, CultureInfo.InvariantCulture));
        }

        Pad(digits.ToString());
    }
}
