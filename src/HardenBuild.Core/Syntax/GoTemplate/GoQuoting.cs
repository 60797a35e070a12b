using System.Globalization;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Go's quoted strings and characters (<c>strconv.Quote</c> and its relatives).</summary>
internal static class GoQuoting
{
    /// <summary>The text in double quotes, with what cannot be printed escaped.</summary>
    public static string Quote(string text) => Quote(text, '"', isAscii: false);

    /// <param name="quote">The quote character, which is escaped inside.</param>
    /// <param name="isAscii">Escapes everything beyond ASCII too.</param>
    public static string Quote(string text, char quote, bool isAscii)
    {
        var output = new StringBuilder(text.Length + 2).Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\x7f' && c != quote && c != '\\')
                output.Append(c);
            else
                i += AppendRune(output, text, i, quote, isAscii);
        }

        return output.Append(quote).ToString();
    }

    /// <summary>Whether a text can stand between backquotes as it is.</summary>
    public static bool CanBackquote(string text)
    {
        foreach (var c in text)
        {
            if ((c < ' ' && c != '\t') || c is '`' or '\x7f' or '\uFEFF' || Utf8Text.IsLoneByte(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether Go prints a character as it is: letters, marks, numbers, punctuation, symbols and the ASCII blank.</summary>
    public static bool IsPrintable(string text, int index)
    {
        if (text[index] < 0x80)
            return text[index] is >= ' ' and < '\x7f';
        return CharUnicodeInfo.GetUnicodeCategory(text, index) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    // How many further UTF-16 code units were read.
    private static int AppendRune(StringBuilder output, string text, int index, char quote, bool isAscii)
    {
        var c = text[index];
        if (c == quote || c == '\\')
        {
            output.Append('\\').Append(c);
            return 0;
        }

        if (Utf8Text.IsLoneByte(c))
        {
            output.Append("\\x").Append((c - 0xDC00).ToString("x2", CultureInfo.InvariantCulture));
            return 0;
        }

        var isPair = char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        if (!isAscii && IsPrintable(text, index))
        {
            output.Append(text, index, isPair ? 2 : 1);
            return isPair ? 1 : 0;
        }

        AppendEscape(output, isPair ? char.ConvertToUtf32(c, text[index + 1]) : c);
        return isPair ? 1 : 0;
    }

    private static void AppendEscape(StringBuilder output, int rune)
    {
        var letter = rune switch
        {
            '\a' => 'a',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\v' => 'v',
            _ => '\0',
        };
        if (letter != '\0')
            output.Append('\\').Append(letter);
        else if (rune is < ' ' or 0x7F)
            output.Append("\\x").Append(rune.ToString("x2", CultureInfo.InvariantCulture));
        else if (rune < 0x10000)
            output.Append("\\u").Append(rune.ToString("x4", CultureInfo.InvariantCulture));
        else
            output.Append("\\U").Append(rune.ToString("x8", CultureInfo.InvariantCulture));
    }
}
