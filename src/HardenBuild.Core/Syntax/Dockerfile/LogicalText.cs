using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Text as the builder sees it (continuations, comments inside them and quotes removed, variables replaced) with a map back to the file.</summary>
/// <remarks>Every character comes either verbatim from one place of the file or from a replaced stretch of it, such as a variable reference.</remarks>
internal sealed class LogicalText
{
    // Invariant: without segments the backing string is the file itself, so an offset into it is an offset into the file.
    private readonly string _backing;
    private readonly int _start;
    private readonly LogicalSegment[]? _segments;
    private string? _text;

    private LogicalText(string backing, int start, int length, LogicalSegment[]? segments)
    {
        _backing = backing;
        _start = start;
        Length = length;
        _segments = segments;
    }

    /// <summary>The characters; continuations leave no line break behind.</summary>
    public string Text => _text ??= _backing.Substring(_start, Length);

    /// <summary>Number of UTF-16 code units in <see cref="Text"/>.</summary>
    public int Length { get; }

    /// <summary>The stretch of the file from the first to the last character; what was removed in between lies inside.</summary>
    public TextSpan Span => MapToSource(new TextSpan(0, Length));

    /// <summary>The same characters as <see cref="Text"/>, without a copy.</summary>
    public ReadOnlySpan<char> Characters => _backing.AsSpan(_start, Length);

    public char this[int offset] => _backing[_start + offset];

    /// <summary>An uninterrupted stretch of the file.</summary>
    public static LogicalText Of(string content, TextSpan span) => new(content, span.Start, span.Length, segments: null);

    /// <param name="segments">Sorted by <see cref="LogicalSegment.Start"/>, the first at zero, never empty.</param>
    public static LogicalText Of(string text, LogicalSegment[] segments) => new(text, 0, text.Length, segments);

    /// <summary>Part of this text; costs no copy.</summary>
    public LogicalText Slice(int start, int length) => start == 0 && length == Length
        ? this
        : new LogicalText(_backing, _start + start, length, _segments);

    public LogicalText Slice(int start) => Slice(start, Length - start);

    /// <summary>Offset in the file of a character, or of the place just after the last one.</summary>
    /// <param name="offset">Zero to <see cref="Length"/>.</param>
    public int MapToSource(int offset)
    {
        if (_segments is null)
            return _start + offset;
        if (offset == Length && Length > 0)
            return EndInSource(offset - 1);
        var segment = _segments[SegmentAt(_start + offset)];
        return segment.IsVerbatim ? segment.Source + _start + offset - segment.Start : segment.Source;
    }

    /// <summary>The stretch of the file behind a part of this text.</summary>
    public TextSpan MapToSource(TextSpan span)
    {
        var start = MapToSource(span.Start);
        return span.IsEmpty ? new TextSpan(start, 0) : TextSpan.FromBounds(start, Math.Max(start, EndInSource(span.End - 1)));
    }

    /// <summary>Copies a part into a builder together with its map.</summary>
    public void CopyTo(LogicalTextBuilder builder, int start, int length)
    {
        if (_segments is null)
        {
            builder.AppendVerbatim(_backing, _start + start, length, _start + start);
            return;
        }

        var from = _start + start;
        var end = from + length;
        for (var i = SegmentAt(from); from < end; i++)
        {
            var segment = _segments[i];
            var stop = i + 1 < _segments.Length ? Math.Min(end, _segments[i + 1].Start) : end;
            if (segment.IsVerbatim)
                builder.AppendVerbatim(_backing, from, stop - from, segment.Source + from - segment.Start);
            else
                builder.AppendReplaced(_backing, from, stop - from, new TextSpan(segment.Source, segment.ReplacedLength));
            from = stop;
        }
    }

    public override string ToString() => Text;

    private int EndInSource(int offset)
    {
        if (_segments is null)
            return _start + offset + 1;
        var segment = _segments[SegmentAt(_start + offset)];
        return segment.IsVerbatim ? segment.Source + _start + offset - segment.Start + 1 : segment.Source + segment.ReplacedLength;
    }

    private int SegmentAt(int offset)
    {
        var low = 0;
        var high = _segments!.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
