using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Cuts a template into tokens: text between actions, and the words within them.</summary>
/// <remarks>Grammar: Go's <c>text/template/parse</c>. The position only moves forward.</remarks>
internal sealed partial class TemplateLexer(string text, bool isBreakWord, bool isContinueWord)
{
    private const string LeftDelimiter = "{{";
    private const string RightDelimiter = "}}";
    private const int DelimiterLength = 2;

    // A trim marker is a minus and the blank beside it.
    private const int TrimMarkerLength = 2;

    private readonly List<TextSpan> _comments = [];
    private int _position;
    private int _line = 1;
    private int _lineOffset;
    private bool _isInAction;
    private int _parentheses;

    /// <summary>The comments so far, from <c>/*</c> to <c>*/</c>.</summary>
    public List<TextSpan> Comments => _comments;

    public TemplateToken Next() => _isInAction ? NextInAction() : NextOutside();

    /// <summary>Goes on after the end of the action that holds an error.</summary>
    public void SkipAction()
    {
        if (_isInAction)
        {
            var end = text.IndexOf(RightDelimiter, _position, StringComparison.Ordinal);
            _position = end < 0 ? text.Length : end + DelimiterLength;
        }

        _isInAction = false;
    }

    private TemplateToken NextOutside()
    {
        while (true)
        {
            var open = text.IndexOf(LeftDelimiter, _position, StringComparison.Ordinal);
            var start = _position;
            if (open < 0)
            {
                _position = text.Length;
                return Token(start < text.Length ? TemplateTokenKind.Text : TemplateTokenKind.EndOfFile, start);
            }

            _position = open;
            var isTrimming = IsLeftTrimMarker(open + DelimiterLength);
            var end = isTrimming ? TrimEnd(start, open) : open;
            if (end > start)
                return Token(TemplateTokenKind.Text, start, end);

            var inside = open + DelimiterLength + (isTrimming ? TrimMarkerLength : 0);
            if (!StartsWith(inside, "/*"))
            {
                _position = inside;
                _isInAction = true;
                _parentheses = 0;
                return Token(TemplateTokenKind.LeftDelimiter, open, open + DelimiterLength);
            }

            if (SkipComment(inside) is { } error)
                return error;
        }
    }

    private TemplateToken? SkipComment(int start)
    {
        var close = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _position = close < 0 ? text.Length : close + 2;
        if (close < 0)
            return Error(start, "unclosed comment", start + 2);
        var delimiter = RightDelimiterLength(_position);
        if (delimiter == 0)
        {
            _isInAction = true;
            return Error(start, "comment ends before closing delimiter");
        }

        _comments.Add(TextSpan.FromBounds(start, _position));
        SkipRightDelimiter(delimiter);
        return null;
    }

    private void SkipRightDelimiter(int length)
    {
        _position += length;
        if (length == DelimiterLength)
            return;
        while (_position < text.Length && TemplateCharacters.IsSpace(text[_position]))
            _position++;
    }

    /// <summary>Length of the closing delimiter here, with its trim marker; 0 where there is none.</summary>
    private int RightDelimiterLength(int position)
    {
        if (StartsWith(position, RightDelimiter))
            return DelimiterLength;
        return position < text.Length && TemplateCharacters.IsSpace(text[position]) && StartsWith(position + 1, "-}}")
            ? TrimMarkerLength + DelimiterLength
            : 0;
    }

    private bool IsLeftTrimMarker(int position) =>
        position + 1 < text.Length && text[position] == '-' && TemplateCharacters.IsSpace(text[position + 1]);

    private int TrimEnd(int start, int end)
    {
        while (end > start && TemplateCharacters.IsSpace(text[end - 1]))
            end--;
        return end;
    }

    private bool StartsWith(int position, string expected) =>
        position <= text.Length && string.CompareOrdinal(text, position, expected, 0, expected.Length) == 0;

    private TemplateToken Token(TemplateTokenKind kind, int start) => Token(kind, start, _position);

    private TemplateToken Token(TemplateTokenKind kind, int start, int end) => new(kind, start, end, LineAt(start));

    private TemplateToken Error(int start, string message) => Error(start, message, _position);

    private TemplateToken Error(int start, string message, int end)
    {
        var span = TemplateCharacters.SpanAt(text, start, end);
        return new(TemplateTokenKind.Error, span.Start, span.End, LineAt(start), message);
    }

    // Tokens come in order, so the lines between two of them are counted once.
    private int LineAt(int position)
    {
        while (_lineOffset < position)
        {
            var feed = text.IndexOf('\n', _lineOffset, position - _lineOffset);
            if (feed < 0)
                break;
            _line++;
            _lineOffset = feed + 1;
        }

        _lineOffset = Math.Max(_lineOffset, position);
        return _line;
    }
}
