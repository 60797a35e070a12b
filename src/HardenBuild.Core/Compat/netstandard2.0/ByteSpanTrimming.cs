namespace HardenBuild;

/// <summary>Trimming of byte spans, which the framework has for characters only.</summary>
internal static class ByteSpanTrimming
{
    public static ReadOnlySpan<byte> TrimStart(this ReadOnlySpan<byte> span, byte element)
    {
        var start = 0;
        while (start < span.Length && span[start] == element)
            start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<byte> TrimStart(this ReadOnlySpan<byte> span, ReadOnlySpan<byte> elements)
    {
        var start = 0;
        while (start < span.Length && elements.IndexOf(span[start]) >= 0)
            start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<byte> Trim(this ReadOnlySpan<byte> span, ReadOnlySpan<byte> elements)
    {
        var end = span.Length;
        while (end > 0 && elements.IndexOf(span[end - 1]) >= 0)
            end--;
        return span.Slice(0, end).TrimStart(elements);
    }
}
