using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Corrects the scanner's marks: they count anchors and tags as part of a node, and give collections no width.</summary>
internal static class YamlSpans
{
    /// <summary>Offset just past a node's anchor and tag.</summary>
    public static int EndOfProperties(string text, int position, YamlProperties properties)
    {
        var names = (properties.Anchor is null ? 0 : 1) + (properties.Tag is null ? 0 : 1);
        for (; names > 0; names--)
        {
            position = SkipBlanks(text, position);
            if (position == text.Length || text[position] is not ('&' or '!'))
                break;
            position = SkipName(text, position, text.Length);
        }

        return position;
    }

    /// <summary>The next offset that is neither white space nor comment.</summary>
    public static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n' or '#')
            position = text[position] == '#' ? YamlBlockScalar.HeaderEnd(text, position) : position + 1;
        return position;
    }

    /// <summary>From the first to the last child; flow collections with their brackets.</summary>
    /// <param name="end">End of the closing event: at the bracket, or anywhere after a block collection.</param>
    public static TextSpan OfCollection(string text, in OpenCollection collection, ReadOnlySpan<YamlNode> children, int end)
    {
        var start = collection.Start;
        if (HasBrackets(text, collection, children, end))
            return new TextSpan(start, end + 1 - start);
        if (children.IsEmpty)
            return new TextSpan(start, 0);

        var first = children[0].Span.Start;
        var last = children[children.Length - 1].Span.End;
        // A block sequence starts at its first dash, and its mark may be that dash or the text after it.
        if (collection.IsMapping || start >= text.Length)
            start = first;
        else if (start > first || text[start] != '-')
            start = FindDash(text, first);
        return TextSpan.FromBounds(start, Math.Max(start, last));
    }

    // In [[a]: b] the pair is a flow mapping without brackets, and the scanner gives it a start that means nothing.
    private static bool HasBrackets(string text, in OpenCollection collection, ReadOnlySpan<YamlNode> children, int end) =>
        collection.IsFlow
        && Math.Max(collection.Start, end) < text.Length
        && text[end] == (collection.IsMapping ? '}' : ']')
        && text[collection.Start] == (collection.IsMapping ? '{' : '[')
        && (children.IsEmpty || (children[0].Span.Start > collection.Start && children[children.Length - 1].Span.End <= end));

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
