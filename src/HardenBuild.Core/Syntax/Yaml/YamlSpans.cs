using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Corrects the scanner's marks: they count anchors and tags as part of a node, and give collections no width.</summary>
internal static class YamlSpans
{
    /// <summary>Offset of a node's own text after its anchor and tag, white space and comments.</summary>
    public static int SkipProperties(string text, int position, int end)
    {
        while (position < end)
        {
            switch (text[position])
            {
                case '&' or '!':
                    position = SkipName(text, position, end);
                    break;
                case '#':
                    position = text.IndexOf('\n', position, end - position) is >= 0 and var lineEnd ? lineEnd : end;
                    break;
                case ' ' or '\t' or '\r' or '\n':
                    position++;
                    break;
                default:
                    return position;
            }
        }

        return end;
    }

    /// <summary>From the first to the last child; flow collections with their brackets.</summary>
    /// <param name="end">End of the closing event: at the bracket, or anywhere after a block collection.</param>
    public static TextSpan OfCollection(string text, in OpenCollection collection, ReadOnlySpan<YamlNode> children, int end)
    {
        var start = collection.Start;
        // In [[a]: b] the pair is a mapping without brackets of its own: it starts where its key starts.
        var hasBrackets = collection.IsFlow && start < text.Length && text[start] is '[' or '{' && (children.IsEmpty || children[0].Span.Start > start);
        if (hasBrackets)
            return TextSpan.FromBounds(start, Math.Max(start + 1, end < text.Length && text[end] is ']' or '}' ? end + 1 : end));
        if (children.IsEmpty)
            return new TextSpan(start, 0);

        var first = children[0].Span.Start;
        var last = children[children.Length - 1].Span.End;
        // A block sequence starts at its first dash, and its mark may be that dash or the text after it.
        if (!collection.IsMapping && (start > first || start >= text.Length || text[start] != '-'))
            start = FindDash(text, first);
        else if (collection.IsMapping)
            start = first;
        return TextSpan.FromBounds(Math.Min(start, first), Math.Max(start, last));
    }

    private static int FindDash(string text, int first)
    {
        var position = first;
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position > 0 && text[position - 1] == '-' ? position - 1 : first;
    }

    // A verbatim tag, !<tag:example.org,2000:a,b>, may hold flow indicators.
    private static int SkipName(string text, int position, int end)
    {
        var isVerbatim = position + 1 < end && text[position] == '!' && text[position + 1] == '<';
        for (position++; position < end; position++)
        {
            if (text[position] is ' ' or '\t' or '\r' or '\n' || (!isVerbatim && text[position] is ',' or '[' or ']' or '{' or '}'))
                break;
        }

        return position;
    }
}
