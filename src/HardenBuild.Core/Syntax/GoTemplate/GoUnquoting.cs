using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Reads Go's quoted strings and characters (<c>strconv.Unquote</c>).</summary>
internal static class GoUnquoting
{
    /// <param name="text">A string in double quotes or backquotes, with them.</param>
    /// <returns>False where an escape is none.</returns>
    public static bool TryUnquote(string text, out string content)
    {
        content = text.Substring(1, text.Length - 2);
        if (text[0] == '`')
        {
            // Go takes carriage returns out of raw strings.
            content = content.Replace("\r", "");
            return true;
        }

        if (content.IndexOf('\\') < 0)
            return true;
        var output = new StringBuilder(content.Length);
        var hasBytes = false;
        for (var position = 0; position < content.Length;)
        {
            if (content[position] != '\\')
            {
                output.Append(content[position++]);
                continue;
            }

            if (!TryReadEscape(content, ref position, '"', out var rune, out var isByte))
                return false;
            hasBytes |= isByte && rune >= 0x80;
            Append(output, rune, isByte);
        }

        content = output.ToString();
        if (!hasBytes)
            return true;
        var bytes = Utf8Text.ToBytes(content);
        content = Utf8Text.FromBytes(bytes, 0, bytes.Length);
        return true;
    }

    /// <param name="text">A character in single quotes, with them.</param>
    public static bool TryUnquoteCharacter(string text, out int rune)
    {
        rune = 0;
        var content = text.Substring(1, text.Length - 2);
        if (content.Length == 0)
            return false;
        var position = 0;
        if (content[0] == '\\')
            return TryReadEscape(content, ref position, '\'', out rune, out _) && position == content.Length;
        var isPair = content.Length == 2 && char.IsSurrogatePair(content[0], content[1]);
        rune = isPair ? char.ConvertToUtf32(content[0], content[1]) : content[0];
        return content.Length == (isPair ? 2 : 1);
    }

    private static void Append(StringBuilder output, int rune, bool isByte)
    {
        if (isByte)
            output.Append((char)(rune < 0x80 ? rune : 0xDC00 + rune));
        else
            output.Append(char.ConvertFromUtf32(rune));
    }

    private static bool TryReadEscape(string text, ref int position, char quote, out int rune, out bool isByte)
    {
        rune = 0;
        isByte = false;
        if (position + 1 >= text.Length)
            return false;
        var letter = text[position + 1];
        position += 2;
        switch (letter)
        {
            case 'x':
                isByte = true;
                return TryReadHexadecimal(text, ref position, 2, out rune);
            case 'u':
                return TryReadHexadecimal(text, ref position, 4, out rune) && IsCharacter(rune);
            case 'U':
                return TryReadHexadecimal(text, ref position, 8, out rune) && IsCharacter(rune);
            case >= '0' and <= '7':
                isByte = true;
                return TryReadOctal(text, ref position, out rune);
            default:
                rune = SimpleEscape(letter, quote);
                return rune >= 0;
        }
    }

    private static int SimpleEscape(char letter, char quote) => letter switch
    {
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '\\' => '\\',
        '\'' or '"' when letter == quote => letter,
        _ => -1,
    };

    private static bool IsCharacter(int rune) => rune is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);

    private static bool TryReadHexadecimal(string text, ref int position, int count, out int value)
    {
        value = 0;
        if (position + count > text.Length)
            return false;
        for (var i = 0; i < count; i++)
        {
            var digit = GoNumberReader.DigitOf(text[position++]);
            if (digit >= 16)
                return false;
            value = unchecked((value << 4) | digit);
        }

        return true;
    }

    private static bool TryReadOctal(string text, ref int position, out int value)
    {
        value = 0;
        position--;
        if (position + 3 > text.Length)
            return false;
        for (var i = 0; i < 3; i++)
        {
            var digit = text[position++] - '0';
            if (digit is < 0 or > 7)
                return false;
            value = (value << 3) | digit;
        }

        return value <= 0xFF;
    }
}
