using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Json;

/// <summary>Strings of JSON as <c>encoding/json</c> writes them.</summary>
internal static class JsonText
{
    public static string Quote(string text, bool escapesHtml)
    {
        var start = FirstEscape(text, 0, escapesHtml);
        if (start == text.Length)
            return "\"" + text + "\"";
        var quoted = new StringBuilder(text.Length + 8).Append('"').Append(text, 0, start);
        for (var i = start; i < text.Length;)
        {
            AppendEscape(quoted, text[i]);
            var next = FirstEscape(text, i + 1, escapesHtml);
            quoted.Append(text, i + 1, next - i - 1);
            i = next;
        }

        return quoted.Append('"').ToString();
    }

    private static int FirstEscape(string text, int start, bool escapesHtml)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\' or < ' ' or '\u2028' or '\u2029' || (escapesHtml && c is ('<' or '>' or '&')))
                return i;
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                    return i;
                i++;
            }
        }

        return text.Length;
    }

    private static void AppendEscape(StringBuilder quoted, char c) => _ = c switch
    {
        '"' => quoted.Append("\\\""),
        '\\' => quoted.Append("\\\\"),
        '\b' => quoted.Append("\\b"),
        '\f' => quoted.Append("\\f"),
        '\n' => quoted.Append("\\n"),
        '\r' => quoted.Append("\\r"),
        '\t' => quoted.Append("\\t"),
        // A byte that is part of no character.
        >= '\uD800' and <= '\uDFFF' => quoted.Append("\\ufffd"),
        _ => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
    };
}
