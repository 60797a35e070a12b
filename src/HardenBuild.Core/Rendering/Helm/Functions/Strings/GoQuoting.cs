using System.Globalization;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Go's <c>%q</c>: a text between double quotes, with escapes for what cannot be printed.</summary>
internal static class GoQuoting
{
    public static string Quote(string text)
    {
        if (FirstEscape(text, 0) == text.Length)
            return "\"" + text + "\"";
        var quoted = new StringBuilder(text.Length + 8);
        quoted.Append('"');
        for (var i = 0; i < text.Length;)
        {
            var end = FirstEscape(text, i);
            quoted.Append(text, i, end - i);
            if (end == text.Length)
                break;
            quoted.Append(Escape(text, end, out var length));
            i = end + length;
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Appends the quoted text; an escape comes from where its character came from.</summary>
    /// <param name="marks">What made the quotes themselves.</param>
    public static void Append(TracedTextBuilder builder, TracedText text, TextOrigin? marks)
    {
        builder.Append("\"", marks);
        var content = text.Content;
        for (var i = 0; i < content.Length;)
        {
            var end = FirstEscape(content, i);
            builder.Append(text, i, end - i);
            if (end == content.Length)
                break;
            var escape = Escape(content, end, out var length);
            builder.Append(escape, text.SegmentAt(end)?.Origin is { } origin ? origin with { IsVerbatim = false } : marks);
            i = end + length;
        }

        builder.Append("\"", marks);
    }

    private static int FirstEscape(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~')
            {
                if (c is '"' or '\\')
                    return i;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!IsPrintable(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                    return i;
                i++;
            }
            else if (!IsPrintable(CharUnicodeInfo.GetUnicodeCategory(c)))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static string Escape(string text, int index, out int length)
    {
        length = 1;
        var c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return "\\U" + char.ConvertToUtf32(c, text[index + 1]).ToString("x8", CultureInfo.InvariantCulture);
        }

        return c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\a' => "\\a",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\v' => "\\v",
            < ' ' or '\u007F' => "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture),
            >= '\uDC80' and <= '\uDCFF' => "\\x" + (c - '\uDC00').ToString("x2", CultureInfo.InvariantCulture),
            >= '\uD800' and <= '\uDFFF' => "\\ufffd",
            _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        };
    }

    // Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and of the spaces only U+0020.
    private static bool IsPrintable(UnicodeCategory category) =>
        category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
