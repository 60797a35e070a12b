using System.Globalization;
using System.Text;

namespace HardenBuild.Reporting;

/// <summary>Makes a user's text harmless where a terminal or a build agent reads it.</summary>
/// <remarks>
/// File names, image references and comments of a scanned repository reach the log of whoever scans it. A terminal obeys escape sequences,
/// Azure Pipelines obeys <c>##vso[…]</c> and <c>##[…]</c> anywhere in a line, GitHub Actions obeys <c>::command::</c> at a line's start and <c>##[…]</c>,
/// and bidirectional controls show text in another order than it is read.
/// </remarks>
public static class PlainText
{
    /// <summary>One line that shows every control character as an escape (<c>\u001b</c>) and starts no command of a build agent.</summary>
    public static string Neutralize(string text)
    {
        var first = FirstUnsafe(text);
        if (first < 0)
            return text;

        var safe = new StringBuilder(text.Length + 16);
        safe.Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
            Append(safe, text, i);
        return safe.ToString();
    }

    /// <summary>Appends what is shown of one character; what surrounds it in <paramref name="text"/> decides too.</summary>
    internal static void Append(StringBuilder safe, string text, int index)
    {
        var c = text[index];
        if (c == '\t')
            safe.Append(' ');
        else if (IsInvisible(text, index))
            safe.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        else if (StartsCommand(text, index))
            // A space between the two characters is the least change that no agent takes for a command.
            safe.Append(c).Append(' ');
        else
            safe.Append(c);
    }

    private static int FirstUnsafe(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsInvisible(text, i) || StartsCommand(text, i))
                return i;
        }

        return -1;
    }

    private static bool StartsCommand(string text, int index) => text[index] switch
    {
        '#' => Follows(text, index, "##[") || Follows(text, index, "##vso["),
        ':' => Follows(text, index, "::") && IsBlankBefore(text, index),
        _ => false,
    };

    private static bool Follows(string text, int index, string command) =>
        string.Compare(text, index, command, 0, command.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsBlankBefore(string text, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return true;
    }

    private static bool IsInvisible(string text, int index) => text[index] switch
    {
        '\t' => true,
        < ' ' or (>= '\u007f' and <= '\u009f') => true,
        // Line and paragraph separators; marks, embeddings, overrides and isolates of bidirectional text (Unicode 16, UAX 9, section 2).
        '\u2028' or '\u2029' or '\u200e' or '\u200f' or '\u061c' => true,
        (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' => true,
        var c when char.IsHighSurrogate(c) => index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]),
        var c when char.IsLowSurrogate(c) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };
}
