using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>The classes of characters of the template grammar (Go's <c>text/template/parse</c>).</summary>
internal static class TemplateCharacters
{
    /// <summary>What trim markers remove, and what separates words.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>How many UTF-16 code units a letter, digit or underscore takes; 0 for anything else.</summary>
    public static int WordLength(string text, int position)
    {
        if (position >= text.Length)
            return 0;
        var c = text[position];
        if (c < 0x80)
            return c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? 1 : 0;
        if (!char.IsLetter(text, position) && CharUnicodeInfo.GetUnicodeCategory(text, position) != UnicodeCategory.DecimalDigitNumber)
            return 0;
        return char.IsHighSurrogate(c) ? 2 : 1;
    }

    /// <summary>A character as <c>%#U</c> prints it: <c>U+0022 '"'</c>.</summary>
    public static string Describe(string text, int position)
    {
        if (position >= text.Length)
            return "U+FFFFFFFFFFFFFFFF";
        var isPair = char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]);
        var code = (isPair ? char.ConvertToUtf32(text[position], text[position + 1]) : text[position]).ToString("X4", CultureInfo.InvariantCulture);
        return GoQuoting.IsPrintable(text, position) ? $"U+{code} '{text.Substring(position, isPair ? 2 : 1)}'" : $"U+{code}";
    }

    /// <summary>Where the word that holds a position ends: a span of at least one character, for a message to point at.</summary>
    public static TextSpan SpanAt(string text, int start, int end)
    {
        var last = Math.Min(Math.Max(end, start + 1), text.Length);
        return TextSpan.FromBounds(Math.Min(start, last), last);
    }
}
