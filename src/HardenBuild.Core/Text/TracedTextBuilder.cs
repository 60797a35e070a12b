using System.Text;

namespace HardenBuild.Text;

/// <summary>Puts traced text together.</summary>
/// <param name="isTracing">False builds the same text without segments, for callers that want nothing but the text.</param>
internal sealed class TracedTextBuilder(bool isTracing)
{
    private readonly StringBuilder _content = new();
    private readonly List<TextSegment> _segments = [];

    public int Length => _content.Length;

    /// <summary>Appends text that one origin made as a whole.</summary>
    public void Append(string text, TextOrigin? origin) => Append(text, 0, text.Length, origin, skipped: 0);

    /// <summary>Appends a part of a text.</summary>
    /// <param name="skipped">See <see cref="TextSegment.Skipped"/>.</param>
    public void Append(string text, int start, int length, TextOrigin? origin, int skipped)
    {
        if (length == 0)
            return;
        if (origin is not null)
            AddSegment(origin, skipped);
        _content.Append(text, start, length);
    }

    public void Append(TracedText text) => Append(text, 0, text.Content.Length);

    /// <summary>Appends a part of a traced text with the origins of that part.</summary>
    public void Append(TracedText text, int start, int length)
    {
        if (length == 0)
            return;
        if (isTracing)
            CopySegments(text.Segments, start, length);
        _content.Append(text.Content, start, length);
    }

    public TracedText ToText() => _content.Length == 0 ? TracedText.Empty : new(_content.ToString(), [.. _segments]);

    private void CopySegments(ReadOnlySpan<TextSegment> segments, int start, int length)
    {
        var shift = _content.Length - start;
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segment.Start >= start + length)
                break;
            if (i + 1 < segments.Length && segments[i + 1].Start <= start)
                continue;
            var cut = Math.Max(0, start - segment.Start);
            Add(new TextSegment(segment.Start + cut + shift, segment.Origin, segment.Skipped + cut));
        }
    }

    private void AddSegment(TextOrigin origin, int skipped)
    {
        if (isTracing)
            Add(new TextSegment(_content.Length, origin, skipped));
    }

    private void Add(TextSegment segment)
    {
        // Neighbours that go on with the same origin stay one segment.
        if (_segments.Count > 0 && ReferenceEquals(_segments[_segments.Count - 1].Origin, segment.Origin))
        {
            var last = _segments[_segments.Count - 1];
            if (!segment.Origin.IsVerbatim || segment.Skipped - last.Skipped == segment.Start - last.Start)
                return;
        }

        _segments.Add(segment);
    }
}
