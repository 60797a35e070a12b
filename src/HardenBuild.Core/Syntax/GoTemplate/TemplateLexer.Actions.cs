namespace HardenBuild.Syntax.GoTemplate;

internal sealed partial class TemplateLexer
{
    private TemplateToken NextInAction()
    {
        var start = _position;
        if (start >= text.Length)
            return Error(start, "unclosed action");
        if (RightDelimiterLength(start) is var delimiter && delimiter > 0)
            return ReadRightDelimiter(start, delimiter);

        var c = text[start];
        if (TemplateCharacters.IsSpace(c))
            return ReadSpace(start);
        _position++;
        switch (c)
        {
            case '=':
                return Token(TemplateTokenKind.Assign, start);
            case ':':
                if (_position >= text.Length || text[_position] != '=')
                    return Error(start, "expected :=");
                _position++;
                return Token(TemplateTokenKind.Declare, start);
            case '|':
                return Token(TemplateTokenKind.Pipe, start);
            case '"':
                return ReadQuoted(start, '"', TemplateTokenKind.String, "unterminated quoted string");
            case '\'':
                return ReadQuoted(start, '\'', TemplateTokenKind.CharacterConstant, "unterminated character constant");
            case '`':
                return ReadRaw(start);
            case '$':
                return ReadName(start, TemplateTokenKind.Variable, TemplateTokenKind.Variable);
            case '.' when _position >= text.Length || text[_position] is < '0' or > '9':
                return ReadName(start, TemplateTokenKind.Field, TemplateTokenKind.Dot);
            case '.' or '+' or '-' or (>= '0' and <= '9'):
                return ReadNumber(start);
            case '(':
                _parentheses++;
                return Token(TemplateTokenKind.LeftParenthesis, start);
            case ')':
                return --_parentheses < 0 ? Error(start, "unexpected right paren") : Token(TemplateTokenKind.RightParenthesis, start);
            default:
                return ReadOther(start, c);
        }
    }

    private TemplateToken ReadRightDelimiter(int start, int length)
    {
        if (_parentheses > 0)
            return Error(start, "unclosed left paren", start + length);
        _isInAction = false;
        var mark = start + length - DelimiterLength;
        SkipRightDelimiter(length);
        return Token(TemplateTokenKind.RightDelimiter, mark, mark + DelimiterLength);
    }

    private TemplateToken ReadSpace(int start)
    {
        while (_position < text.Length && TemplateCharacters.IsSpace(text[_position]))
            _position++;
        // The last blank belongs to the trim marker of a closing delimiter.
        if (RightDelimiterLength(_position - 1) <= DelimiterLength)
            return Token(TemplateTokenKind.Space, start);
        _position--;
        return _position == start ? ReadRightDelimiter(start, TrimMarkerLength + DelimiterLength) : Token(TemplateTokenKind.Space, start);
    }

    private TemplateToken ReadOther(int start, char c)
    {
        _position--;
        if (TemplateCharacters.WordLength(text, start) > 0)
            return ReadIdentifier(start);
        _position++;
        if (c is > ' ' and < '\x7f')
            return Token(TemplateTokenKind.Character, start);
        return Error(start, "unrecognized character in action: " + TemplateCharacters.Describe(text, start));
    }

    private TemplateToken ReadIdentifier(int start)
    {
        SkipWord();
        if (!IsAtTerminator())
            return Error(start, "bad character " + TemplateCharacters.Describe(text, _position), _position + 1);
        return Token(KindOf(start, _position - start), start);
    }

    private TemplateToken ReadName(int start, TemplateTokenKind kind, TemplateTokenKind bareKind)
    {
        if (IsAtTerminator())
            return Token(bareKind, start);
        SkipWord();
        return IsAtTerminator()
            ? Token(kind, start)
            : Error(start, "bad character " + TemplateCharacters.Describe(text, _position), _position + 1);
    }

    private void SkipWord()
    {
        while (TemplateCharacters.WordLength(text, _position) is var length && length > 0)
            _position += length;
    }

    private bool IsAtTerminator() => _position >= text.Length
        || TemplateCharacters.IsSpace(text[_position])
        || text[_position] is '.' or ',' or '|' or ':' or ')' or '('
        || StartsWith(_position, RightDelimiter);

    private TemplateTokenKind KindOf(int start, int length)
    {
        switch (length)
        {
            case 2 when StartsWith(start, "if"):
                return TemplateTokenKind.If;
            case 3 when StartsWith(start, "end"):
                return TemplateTokenKind.End;
            case 3 when StartsWith(start, "nil"):
                return TemplateTokenKind.Nil;
            case 4 when StartsWith(start, "else"):
                return TemplateTokenKind.Else;
            case 4 when StartsWith(start, "with"):
                return TemplateTokenKind.With;
            case 4 when StartsWith(start, "true"):
            case 5 when StartsWith(start, "false"):
                return TemplateTokenKind.Boolean;
            case 5 when StartsWith(start, "range"):
                return TemplateTokenKind.Range;
            case 5 when StartsWith(start, "block"):
                return TemplateTokenKind.Block;
            case 5 when isBreakWord && StartsWith(start, "break"):
                return TemplateTokenKind.Break;
            case 6 when StartsWith(start, "define"):
                return TemplateTokenKind.Define;
            case 8 when StartsWith(start, "template"):
                return TemplateTokenKind.Template;
            case 8 when isContinueWord && StartsWith(start, "continue"):
                return TemplateTokenKind.Continue;
            default:
                return TemplateTokenKind.Identifier;
        }
    }

    private TemplateToken ReadQuoted(int start, char quote, TemplateTokenKind kind, string complaint)
    {
        while (_position < text.Length)
        {
            var c = text[_position++];
            if (c == quote)
                return Token(kind, start);
            if (c == '\\' && _position < text.Length)
                c = text[_position++];
            if (c != '\n')
                continue;
            _position--;
            break;
        }

        return Error(start, complaint);
    }

    private TemplateToken ReadRaw(int start)
    {
        var close = text.IndexOf('`', _position);
        _position = close < 0 ? text.Length : close + 1;
        return close < 0 ? Error(start, "unterminated raw quoted string") : Token(TemplateTokenKind.RawString, start);
    }
}
