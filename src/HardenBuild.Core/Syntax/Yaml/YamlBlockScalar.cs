using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>The text of literal and folded scalars.</summary>
internal static class YamlBlockScalar
{
    /// <summary>From the first character of the first content line to the end; empty, at the end, where there is no content.</summary>
    public static TextSpan Content(string text, TextSpan span)
    {
        var start = NextLine(text, span.Start, span.End);
        while (start < span.End && text[start] is ' ' or '\r' or '\n')
            start++;
        return TextSpan.FromBounds(start, span.End);
    }

    /// <summary>The end of a block scalar without the blank lines that follow it, of which the scanner's event counts the last.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        var headerEnd = start;
        while (headerEnd < end && text[headerEnd] is not (' ' or '\t' or '\r' or '\n'))
            headerEnd++;
        var contentStart = NextLine(text, headerEnd, end);
        while (end > contentStart && text[end - 1] is ' ' or '\t' or '\r' or '\n')
            end--;
        return end > contentStart ? end : headerEnd;
    }

    /// <summary>The end of the line with the indicator, which may hold a comment.</summary>
    public static int HeaderEnd(string text, int start)
    {
        while (start < text.Length && text[start] is not ('\r' or '\n'))
            start++;
        return start;
    }

    /// <summary>Where a part of a literal scalar's value is written.</summary>
    public static TextSpan? SpanOf(YamlScalar scalar, int start, int length)
    {
        var from = SourceOffset(scalar, start);
        var to = length == 0 ? from : SourceOffset(scalar, start + length - 1) + 1;
        return from is { } first && to is { } last ? TextSpan.FromBounds(first, last) : null;
    }

    /// <summary>Where each character of a literal scalar's value is written, and its end; null where text and value differ by more than indentation.</summary>
    public static int[]? Offsets(YamlScalar scalar)
    {
        var (text, value) = (scalar.Source.Content, scalar.Value);
        var offsets = new int[value.Length + 1];
        var line = NextLine(text, scalar.Span.Start, scalar.Span.End);
        for (var start = 0; start < value.Length;)
        {
            var end = value.IndexOf('\n', start);
            var length = (end < 0 ? value.Length : end) - start;
            var lineEnd = line;
            while (lineEnd < text.Length && text[lineEnd] is not ('\r' or '\n'))
                lineEnd++;
            if (lineEnd - line < length || string.CompareOrdinal(text, lineEnd - length, value, start, length) != 0)
                return null;
            for (var i = 0; i <= length; i++)
                offsets[start + i] = lineEnd - length + i;
            start += length + 1;
            line = NextLine(text, lineEnd, text.Length);
        }

        offsets[value.Length] = scalar.Span.End;
        return offsets;
    }

    // Each line of the value ends its line of the source; what stands before it there is indentation.
    private static int? SourceOffset(YamlScalar scalar, int offset)
    {
        var (text, value, end) = (scalar.Source.Content, scalar.Value, scalar.Span.End);
        var line = NextLine(text, scalar.Span.Start, end);
        for (var valueLine = 0; valueLine <= offset;)
        {
            var valueEnd = value.IndexOf('\n', valueLine);
            if (valueEnd < 0)
                valueEnd = value.Length;
            var lineEnd = line;
            while (lineEnd < text.Length && text[lineEnd] is not ('\r' or '\n'))
                lineEnd++;
            var length = valueEnd - valueLine;
            if (lineEnd - line < length || string.CompareOrdinal(text, lineEnd - length, value, valueLine, length) != 0)
                return null;
            if (offset <= valueEnd)
                return lineEnd <= end ? lineEnd - (valueEnd - offset) : null;
            valueLine = valueEnd + 1;
            line = NextLine(text, lineEnd, text.Length);
        }

        return null;
    }

    private static int NextLine(string text, int position, int end)
    {
        while (position < end && text[position] is not ('\r' or '\n'))
            position++;
        if (position + 1 < end && text[position] == '\r' && text[position + 1] == '\n')
            position++;
        return Math.Min(position + 1, end);
    }
}
