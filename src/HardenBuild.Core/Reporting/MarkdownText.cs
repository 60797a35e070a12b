using System.Text;

namespace HardenBuild.Reporting;

/// <summary>Rules' prose as Markdown.</summary>
public static class MarkdownText
{
    /// <summary>Prose in which what stands in single quotes is code, and nothing else is markup.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (TryReadQuoted(text, i, out var quoted))
            {
                escaped.Append('`').Append(quoted).Append('`');
                i += quoted.Length + 1;
            }
            else
            {
                if (text[i] is '<' or '*' or '_' or '[' or '\\')
                    escaped.Append('\\');
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    public static string EscapeCell(string text) => Escape(text).Replace("|", "\\|");

    // An apostrophe stands after a letter; an opening quote does not.
    private static bool TryReadQuoted(string text, int index, out string quoted)
    {
        quoted = "";
        if (text[index] != '\'' || (index > 0 && char.IsLetterOrDigit(text[index - 1])))
            return false;

        var close = index + 1;
        while (close < text.Length && !(text[close] == '\'' && (close + 1 == text.Length || !char.IsLetterOrDigit(text[close + 1]))))
            close++;
        if (close >= text.Length || close == index + 1)
            return false;

        quoted = text.Substring(index + 1, close - index - 1);
        return quoted.IndexOf('`') < 0 && quoted.IndexOf('\n') < 0;
    }
}
