using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Go's <c>%q</c> of a text whose parts keep their origins.</summary>
internal static class TracedQuoting
{
    /// <summary>Appends the quoted text; an escape comes from where its character came from.</summary>
    /// <param name="marks">What made the quotes themselves.</param>
    public static void Append(TracedTextBuilder builder, TracedText text, TextOrigin? marks)
    {
        builder.Append("\"", marks);
        var content = text.Content;
        for (var i = 0; i < content.Length;)
        {
            var end = i;
            while (end < content.Length && LengthOfPlain(content, end) is > 0 and var plain)
                end += plain;
            builder.Append(text, i, end - i);
            if (end == content.Length)
                break;
            var length = char.IsHighSurrogate(content[end]) && end + 1 < content.Length && char.IsLowSurrogate(content[end + 1]) ? 2 : 1;
            var quoted = GoQuoting.Quote(content.Substring(end, length));
            builder.Append(quoted.Substring(1, quoted.Length - 2), text.SegmentAt(end)?.Origin is { } origin ? origin with { IsVerbatim = false } : marks);
            i = end + length;
        }

        builder.Append("\"", marks);
    }

    // Code units of a character that is written as it is; 0 for one that is escaped.
    private static int LengthOfPlain(string text, int index)
    {
        var c = text[index];
        if (c is >= ' ' and <= '~')
            return c is '"' or '\\' ? 0 : 1;
        if (!GoQuoting.IsPrintable(text, index))
            return 0;
        return char.IsHighSurrogate(c) ? 2 : 1;
    }
}
