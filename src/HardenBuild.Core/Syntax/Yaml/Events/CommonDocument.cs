using System.Runtime.InteropServices;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>Reads a document of nothing but what people and templates write most: block mappings and sequences of texts that stand on one line,
/// literal scalars, and flow collections on one line.</summary>
/// <remarks>
/// Makes the events that YamlDotNet makes, some ten times faster, and gives up at the first character that it is not certain about: anchors, tags,
/// folded scalars, texts over several lines, tabs, errors of all kinds. A test compares the two on every text of the test data and on mutations of it.
/// </remarks>
internal sealed class CommonDocument
{
    /// <summary>Events of a document that are kept at most until it is known to be read to its end.</summary>
    public const int MostEvents = 100_000;

    private const int MostDepth = 100;

    private readonly string _text;
    private readonly List<ParsingEvent> _events;
    private readonly List<OpenBlock> _open = [];
    private readonly CommonScalars _scalars;
    private readonly CommonFlow _flow;
    private readonly int _origin;
    private int _end;

    public CommonDocument(string text, int origin, List<ParsingEvent> events)
    {
        _text = text;
        _origin = origin;
        _events = events;
        _scalars = new CommonScalars(text, origin, events);
        _flow = new CommonFlow(text, origin, events, _scalars);
    }

    /// <summary>Replaces the events by those of a document.</summary>
    /// <param name="start">Where the document starts, which may be at its marker.</param>
    /// <param name="end">The next document's marker or the end of the text.</param>
    /// <returns>False where something is not common; the events then mean nothing.</returns>
    public bool TryRead(int start, int end)
    {
        _events.Clear();
        _open.Clear();
        _end = end;
        _scalars.End = end;
        _flow.End = end;
        if (!CommonCharacters.AreAll(_text, start, end))
            return false;

        var position = start;
        if (IsMarker(position))
        {
            _events.Add(new DocumentStart(null, null, false, Mark(position), Mark(position + 3)));
            position = _scalars.EndOfLine(position + 3);
        }

        while (position >= 0)
        {
            if (!TryFindContent(ref position, out var column))
                return false;
            if (position == end)
                break;
            if (_events.Count == 0)
                _events.Add(new DocumentStart(null, null, true, Mark(position), Mark(position)));
            position = ReadLine(position, column);
            if (_events.Count > MostEvents)
                return false;
        }

        if (position < 0 || _open.Count == 0)
            return false;
        while (_open.Count > 0)
            Close(end);
        _events.Add(new DocumentEnd(true, Mark(end), Mark(end)));
        return true;
    }

    /// <summary>Steps over blank lines and comments, to the next character of the document or its end.</summary>
    private bool TryFindContent(ref int position, out int column)
    {
        for (column = 0; position < _end; position++)
        {
            switch (_text[position])
            {
                case ' ':
                    column++;
                    break;
                case '\r':
                    break;
                case '\n':
                    column = 0;
                    break;
                case '#':
                    position = _text.IndexOf('\n', position, _end - position);
                    if (position < 0)
                        position = _end;
                    position--;
                    break;
                case '\t':
                    return false;
                default:
                    // The end of a document that another one may follow without a marker, or a directive.
                    return column > 0 || _text[position] is not ('.' or '%');
            }
        }

        return true;
    }

    /// <summary>Reads what a line holds from its first character that is not blank on, or an item from the text after its dash.</summary>
    /// <returns>The start of the next line; negative where something is not common.</returns>
    private int ReadLine(int position, int column)
    {
        for (; ; )
        {
            var isItem = _text[position] == '-' && _scalars.EndsWord(position + 1);
            while (_open.Count > 0 && (Innermost.Column > column || (Innermost.Column == column && Innermost.IsSequence && !isItem)))
                Close(position);

            if (isItem)
            {
                if (!TryOpen(position, column, isSequence: true))
                    return -1;
                Await(position + 1);
                var item = _scalars.SkipSpaces(position + 1);
                if (_scalars.IsEndOfLine(item))
                    return _scalars.EndOfLine(position + 1);
                column += item - position;
                position = item;
                continue;
            }

            if (_scalars.TryReadKey(position, out var key, out var colon))
            {
                if (!TryOpen(position, column, isSequence: false))
                    return -1;
                _events.Add(key);
                Await(colon + 1);
                var value = _scalars.SkipSpaces(colon + 1);
                return _scalars.IsEndOfLine(value) ? _scalars.EndOfLine(colon + 1) : ReadValue(value);
            }

            // A text on a line of its own may go on or belong to another one; behind a dash it is an item.
            return _open.Count > 0 && Innermost is { IsSequence: true, IsAwaiting: true } && IsBehindDash(position) ? ReadValue(position) : -1;
        }
    }

    private int ReadValue(int position)
    {
        var parent = Innermost.Column;
        Arrive();
        return _text[position] switch
        {
            '{' or '[' => _scalars.EndOfLine(_flow.Read(position)),
            '|' => _scalars.ReadLiteral(position, parent),
            _ => _scalars.EndOfLine(_scalars.Read(position)),
        };
    }

    /// <summary>Makes the collection of an item or a key the innermost one.</summary>
    /// <returns>False where none can stand here.</returns>
    private bool TryOpen(int position, int column, bool isSequence)
    {
        if (_open.Count == 0)
        {
            // A second root.
            if (_events.Count > 1)
                return false;
        }
        else if (Innermost.Column == column && Innermost.IsSequence == isSequence)
        {
            if (Innermost.IsAwaiting)
                AddEmpty();
            return true;
        }
        else if (!Innermost.IsAwaiting || (Innermost.Column == column && !isSequence))
        {
            return false;
        }

        if (_open.Count == MostDepth)
            return false;
        if (_open.Count > 0)
            Arrive();
        _events.Add(isSequence
            ? new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block, Mark(position), Mark(position))
            : new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block, Mark(position), Mark(position)));
        _open.Add(new OpenBlock(column, isSequence));
        return true;
    }

    private void Close(int position)
    {
        if (Innermost.IsAwaiting)
            AddEmpty();
        _events.Add(Innermost.IsSequence ? new SequenceEnd(Mark(position), Mark(position)) : new MappingEnd(Mark(position), Mark(position)));
        _open.RemoveAt(_open.Count - 1);
    }

    private void AddEmpty()
    {
        _events.Add(_scalars.Plain("", Innermost.AwaitedAt, Innermost.AwaitedAt, isKey: false));
        Arrive();
    }

    private void Await(int position) => _open[_open.Count - 1] = Innermost with { AwaitedAt = position };

    private void Arrive() => _open[_open.Count - 1] = Innermost with { AwaitedAt = -1 };

    private OpenBlock Innermost => _open[_open.Count - 1];

    private bool IsBehindDash(int position)
    {
        do
            position--;
        while (_text[position] == ' ');
        return _text[position] == '-';
    }

    private bool IsMarker(int position) =>
        position + 3 <= _end && string.CompareOrdinal(_text, position, "---", 0, 3) == 0 && _scalars.EndsWord(position + 3);

    private Mark Mark(int position) => new(position - _origin, 1, 1);

    /// <summary>A mapping or sequence whose end has not been seen.</summary>
    /// <param name="Column">Of its keys or dashes, from zero.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct OpenBlock(int Column, bool IsSequence)
    {
        /// <summary>The offset behind the colon or the dash whose value has not been seen; negative where there is none.</summary>
        public int AwaitedAt { get; init; } = -1;

        public bool IsAwaiting => AwaitedAt >= 0;
    }
}
