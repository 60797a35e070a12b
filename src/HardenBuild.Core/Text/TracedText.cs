namespace HardenBuild.Text;

/// <summary>A text that knows what made each of its characters. Immutable.</summary>
/// <remarks>Invariant: segments are in order of their starts, the first starts at 0, none is empty. A text that is not traced has none.</remarks>
internal sealed class TracedText
{
    private readonly TextSegment[] _segments;

    internal TracedText(string content, TextSegment[] segments)
    {
        Content = content;
        _segments = segments;
    }

    public static TracedText Empty { get; } = new("", []);

    public string Content { get; }

    public bool IsTraced => _segments.Length > 0;

    public ReadOnlySpan<TextSegment> Segments => _segments;

    /// <summary>A text that one origin made as a whole.</summary>
    public static TracedText From(string content, TextOrigin origin) => content.Length == 0 ? Empty : new(content, [new TextSegment(0, origin, 0)]);

    public static TracedText Untraced(string content) => content.Length == 0 ? Empty : new(content, []);

    /// <summary>The segment that holds a character; null where the text is not traced.</summary>
    public TextSegment? SegmentAt(int offset) => IndexAt(offset) is >= 0 and var index ? _segments[index] : null;

    /// <summary>The index in <see cref="Segments"/> of the segment that holds a character; -1 where the text is not traced.</summary>
    public int IndexAt(int offset)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return high;
    }

    public TracedText Substring(int start, int length)
    {
        if (start == 0 && length == Content.Length)
            return this;
        var builder = new TracedTextBuilder(isTracing: IsTraced);
        builder.Append(this, start, length);
        return builder.ToText();
    }

    /// <summary>The same text, printed because of values that were tested.</summary>
    public TracedText Under(ValueOrigin condition)
    {
        var segments = new TextSegment[_segments.Length];
        for (var i = 0; i < segments.Length; i++)
            segments[i] = _segments[i] with { Origin = _segments[i].Origin with { Condition = ValueOrigin.Join(_segments[i].Origin.Condition, condition) } };
        return new TracedText(Content, segments);
    }

    public override string ToString() => Content;
}
