using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>The events of a YAML text: those of documents that <see cref="CommonDocument"/> can read from it, those of all others from YamlDotNet.</summary>
/// <remarks>Leaves out the events of the stream itself. What it says differs from YamlDotNet's own parser only in the lines and columns of marks.</remarks>
internal sealed class YamlEventReader : IDisposable
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly CommonDocument _common;
    private readonly List<ParsingEvent> _events = [];
    private int _next;
    private int _position;

    // What the marks of the current events count from; null for the start.
    private SegmentReader? _segment;
    private Parser? _rest;

    public YamlEventReader(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _end = end;
        _position = start;
        _common = new CommonDocument(text, start, _events);
    }

    public ParsingEvent Current { get; private set; } = null!;

    /// <summary>The offset in the text of a mark of the current event, or of the exception that reading ended with. Marks at the end of the text may lie past it.</summary>
    public int Offset(long mark) => _segment?.Offset(mark) ?? (int)Math.Min(_text.Length, _start + mark);

    /// <summary>Where the text starts of which YamlDotNet told the exception that reading ended with.</summary>
    public int RestStart => _position;

    /// <summary>How many lines stand before those that the exception counts that reading ended with.</summary>
    public int LinesBefore
    {
        get
        {
            var lines = 0;
            for (var i = _start; i < _position; i++)
            {
                if (_text[i] == '\n')
                    lines++;
            }

            return lines;
        }
    }

    /// <exception cref="YamlException">The text is not YAML.</exception>
    public bool MoveNext()
    {
        if (_rest is not null)
            return MoveRest();
        if (_next == _events.Count)
        {
            if (_position >= _end)
                return false;
            ReadDocument();
            if (_rest is not null)
                return MoveRest();
        }

        Current = _events[_next++];
        return true;
    }

    public void Dispose() => _segment?.Dispose();

    private void ReadDocument()
    {
        var end = YamlDocumentMarker.Find(_text, _position, _position + 1, _end);
        if (end < 0)
            end = _end;
        _next = 0;
        _segment?.Dispose();
        _segment = null;
        if (!_common.TryRead(_position, end) && !TryReadAlone(end))
        {
            // What is wrong with it, and where reading goes on, is for YamlDotNet to say.
            _events.Clear();
            _rest = new Parser(Use(new SegmentReader(_text, _position, _end)));
            return;
        }

        _position = end;
    }

    /// <summary>Reads a document from YamlDotNet without what follows it.</summary>
    private bool TryReadAlone(int end)
    {
        if (end == _end)
            return false;
        _events.Clear();
        var parser = new Parser(Use(new SegmentReader(_text, _position, end)));
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is StreamStart or StreamEnd)
                    continue;
                // A text as a whole document may hold what looks like a marker.
                var isText = parser.Current is Scalar and not { Style: ScalarStyle.Plain, Value: "" } && _events[_events.Count - 1] is DocumentStart;
                if (isText || _events.Count == CommonDocument.MostEvents)
                    return false;
                _events.Add(parser.Current!);
            }
        }
        catch (Exception exception) when (exception is YamlException or ArgumentException or InvalidOperationException)
        {
            return false;
        }

        return _events.Count > 0;
    }

    private SegmentReader Use(SegmentReader segment)
    {
        _segment?.Dispose();
        return _segment = segment;
    }

    private bool MoveRest()
    {
        while (_rest!.MoveNext())
        {
            if (_rest.Current is StreamStart or StreamEnd)
                continue;
            Current = _rest.Current!;
            return true;
        }

        return false;
    }
}
