using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Recursive descent over the characters: what a character means depends on the construct it stands in, so there are no tokens.</summary>
/// <remarks>
/// The position only moves forward. Look-ahead is of fixed length, a run of name characters read twice,
/// or charged to <see cref="ShellParseLog.LookAhead"/>.
/// </remarks>
internal sealed partial class ShellParser
{
    private readonly string _text;
    private readonly SpanMap? _map;
    private readonly ShellParseLog _log;
    private int _position;
    private int _end;
    private ShellListEnds _ends;

    private ShellParser(string text, TextSpan window, SpanMap? map, ShellParseLog log)
    {
        _text = text;
        _map = map;
        _log = log;
        _position = window.Start;
        _end = window.End;
    }

    private bool AtEnd => _position >= _end;

    /// <summary>The character here, or NUL at the end.</summary>
    private char Current => _position < _end ? _text[_position] : '\0';

    public static ShellScript Parse(string text, TextSpan window, SpanMap? map)
    {
        var log = new ShellParseLog(window.Length);
        var body = new ShellParser(text, window, map, log).ParseAll();
        return new ShellScript(body.Span, body, log.Comments, log.Errors);
    }

    private ShellList ParseAll()
    {
        var start = _position;
        var body = ParseList(ShellListEnds.None, start);
        ReadHereDocuments();
        return new ShellList(Span(start, _end), body.Items);
    }

    private char Peek(int ahead) => _position + ahead < _end ? _text[_position + ahead] : '\0';

    private bool At(string token) => _end - _position >= token.Length && string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;

    private TextSpan Span(int start, int end) => _map is null ? TextSpan.FromBounds(start, end) : _map.Map(start, end);

    private RawText Raw(int start) => new(_text, start, _position - start);

    private void Error(int start, int end, string message) => _log.AddError(Span(start, end), message);

    /// <summary>Opens a level; the caller leaves it again also when this is false, and nothing more can be read then.</summary>
    private bool TryEnter()
    {
        if (_log.TryEnter(Span(_position, Math.Min(_position + 1, _end))))
            return true;
        _position = _end;
        return false;
    }

    /// <summary>Moves over blanks and line continuations.</summary>
    private void SkipBlanks()
    {
        while (!AtEnd)
        {
            var c = _text[_position];
            if (c is ' ' or '\t' or '\r')
                _position++;
            else if (c == '\\' && QuoteRemoval.LineBreakLength(_text, _position + 1, _end) is var length && length > 0)
                _position += 1 + length;
            else
                return;
        }
    }

    /// <summary>Moves over blanks, comments and line breaks; true when a line break was among them.</summary>
    private bool SkipLines()
    {
        var start = _position;
        var hasLineBreak = false;
        while (true)
        {
            SkipBlanks();
            if (Current == '\n')
            {
                _position++;
                hasLineBreak = true;
                ReadHereDocuments();
            }
            else if (Current == '#')
            {
                SkipComment();
            }
            else
            {
                return hasLineBreak && _position > start;
            }
        }
    }

    private void SkipComment()
    {
        var start = _position;
        var lineBreak = _text.IndexOf('\n', start, _end - start);
        _position = lineBreak < 0 ? _end : lineBreak;
        var end = _position > start && _text[_position - 1] == '\r' ? _position - 1 : _position;
        _log.AddComment(Span(start, end));
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWordEnd(char c) => c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')';

    /// <summary>Offset just past the name that starts at <paramref name="start"/>; <paramref name="start"/> when there is none.</summary>
    private int EndOfName(int start)
    {
        if (start >= _end || !IsNameStart(_text[start]))
            return start;
        var end = start + 1;
        while (end < _end && (IsNameStart(_text[end]) || IsDigit(_text[end])))
            end++;
        return end;
    }

    /// <summary>True when the bare word here is <paramref name="word"/>, whole.</summary>
    private bool AtReserved(string word) =>
        At(word) && (_position + word.Length >= _end || IsWordEnd(_text[_position + word.Length]));
}
