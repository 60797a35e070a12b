using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A list of rules separated by commas, as comments and options have it.</summary>
internal static class RuleList
{
    /// <summary>The spans of the trimmed parts; empty parts are left out.</summary>
    public static List<TextSpan> Split(string text, TextSpan list)
    {
        var parts = new List<TextSpan>();
        for (var start = list.Start; start < list.End; start++)
        {
            var end = start;
            while (end < list.End && text[end] != ',')
                end++;

            var part = Trim(text, TextSpan.FromBounds(start, end));
            if (!part.IsEmpty)
                parts.Add(part);
            start = end;
        }

        return parts;
    }

    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
