using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Puts a <see cref="LogicalText"/> together from stretches of a file.</summary>
/// <param name="anchor">Where in the file the text stands when nothing is appended.</param>
internal sealed class LogicalTextBuilder(int anchor)
{
    private readonly StringBuilder _text = new();
    private readonly List<LogicalSegment> _segments = [];
    private int _sourceEnd = -1;

    public int Length => _text.Length;

    /// <summary>Appends characters that stand in the file, in this order, from <paramref name="source"/> on.</summary>
    public void AppendVerbatim(string text, int start, int length, int source)
    {
        if (length == 0)
            return;
        if (_sourceEnd != source)
            _segments.Add(new LogicalSegment(_text.Length, source, ReplacedLength: -1));
        _text.Append(text, start, length);
        _sourceEnd = source + length;
    }

    public void AppendVerbatim(char character, int source)
    {
        if (_sourceEnd != source)
            _segments.Add(new LogicalSegment(_text.Length, source, ReplacedLength: -1));
        _text.Append(character);
        _sourceEnd = source + 1;
    }

    /// <summary>Appends characters that replace a stretch of the file: a variable's value, a decoded escape.</summary>
    public void AppendReplaced(string text, int start, int length, TextSpan source)
    {
        if (length == 0)
            return;
        _segments.Add(new LogicalSegment(_text.Length, source.Start, source.Length));
        _text.Append(text, start, length);
        _sourceEnd = -1;
    }

    public void AppendReplaced(string text, TextSpan source) => AppendReplaced(text, 0, text.Length, source);

    public void Append(LogicalText text) => text.CopyTo(this, 0, text.Length);

    public LogicalText ToLogicalText()
    {
        if (_segments.Count == 0)
            _segments.Add(new LogicalSegment(0, anchor, ReplacedLength: -1));
        return LogicalText.Of(_text.ToString(), _segments.ToArray());
    }
}
