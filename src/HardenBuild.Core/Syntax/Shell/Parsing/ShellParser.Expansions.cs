using System.Collections.Immutable;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Expansions and substitutions.</content>
internal sealed partial class ShellParser
{
    // Longest first, so that the first match is the operator.
    private static readonly ImmutableArray<string> ParameterOperators =
        [":-", ":=", ":?", ":+", "##", "%%", "//", "/#", "/%", "^^", ",,", "-", "=", "?", "+", "#", "%", "/", "^", ",", "@", ":"];

    /// <summary>The expansion at a dollar sign; null and not moved when the dollar is plain text.</summary>
    private ShellPart? ParseDollar(bool isQuoted)
    {
        var start = _position;
        var c = Peek(1);
        switch (c)
        {
            case '(':
                return Peek(2) == '(' && IsArithmetic(_position + 3) ? ParseArithmetic() : ParseCommandSubstitution();
            case '{':
                return ParseBracedParameter(isQuoted);
            case '@' or '*' or '#' or '?' or '-' or '$' or '!' or (>= '0' and <= '9'):
                _position += 2;
                break;
            default:
                var end = EndOfName(_position + 1);
                if (end == _position + 1)
                    return null;
                _position = end;
                break;
        }

        return new ParameterExpansion(Span(start, _position), Raw(start)) { Name = _text.Substring(start + 1, _position - start - 1) };
    }

    private CommandSubstitution ParseCommandSubstitution()
    {
        var start = _position;
        _position += 2;
        var body = ParseParenthesised(start, start + 2);
        return new CommandSubstitution(Span(start, _position), Raw(start), body);
    }

    private ProcessSubstitution ParseProcessSubstitution()
    {
        var start = _position;
        _position += 2;
        var body = ParseParenthesised(start, start + 2);
        return new ProcessSubstitution(Span(start, _position), Raw(start), body);
    }

    /// <summary>A list and its closing parenthesis; the opening token is read.</summary>
    private ShellList ParseParenthesised(int openStart, int openEnd)
    {
        var body = ParseNestedList(ShellListEnds.Parenthesis);
        if (Current == ')')
            _position++;
        else
            Error(openStart, openEnd, $"'{_text.Substring(openStart, openEnd - openStart)}' has no matching ')'");
        return body;
    }

    /// <summary>Backquotes. Within them a backslash escapes the dollar, the backquote and itself before the commands are read. POSIX.1-2024, section 2.6.3.</summary>
    private CommandSubstitution ParseBackticks(bool isQuoted)
    {
        var start = _position++;
        var hasEscapes = false;
        while (!AtEnd && Current != '`')
        {
            if (Current == '\\' && (Peek(1) is '$' or '`' or '\\' || (isQuoted && Peek(1) == '"')))
            {
                hasEscapes = true;
                _position += 2;
            }
            else
            {
                _position++;
            }
        }

        var contentEnd = Math.Min(_position, _end);
        if (AtEnd)
            Error(start, start + 1, "Backquote is not closed");
        else
            _position++;

        ShellList body;
        if (!TryEnter())
            body = new ShellList(Span(start + 1, contentEnd), []);
        else if (hasEscapes)
            body = ParseUnescaped(start + 1, contentEnd, isQuoted);
        else
            body = new ShellParser(_text, TextSpan.FromBounds(start + 1, contentEnd), _map, _log).ParseAll();
        _log.Leave();
        return new CommandSubstitution(Span(start, _position), Raw(start), body);
    }

    // Backquotes nest by doubling their backslashes, so the levels are at most the logarithm of the length.
    private ShellList ParseUnescaped(int start, int end, bool isQuoted)
    {
        var text = new StringBuilder(end - start);
        var offsets = new List<int>(end - start + 1);
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '\\' && i + 1 < end && (_text[i + 1] is '$' or '`' or '\\' || (isQuoted && _text[i + 1] == '"')))
                i++;
            text.Append(_text[i]);
            offsets.Add(i);
        }

        offsets.Add(end);
        var map = _map is null ? SpanMap.FromOffsets(offsets.ToArray()) : _map.Compose(offsets.ToArray());
        var body = new ShellParser(text.ToString(), new TextSpan(0, text.Length), map, _log).ParseAll();
        return new ShellList(Span(start, end), body.Items);
    }

    private ParameterExpansion ParseBracedParameter(bool isQuoted)
    {
        var start = _position;
        _position += 2;
        if (!TryEnter())
        {
            _log.Leave();
            return new ParameterExpansion(Span(start, _position), Raw(start)) { Name = "" };
        }

        var isLength = Current == '#' && Peek(1) != '}' && !(Peek(1) is '#' or '%' or ':' or '-' or '?' && Peek(2) != '}');
        var isIndirect = Current == '!' && Peek(1) is not ('}' or ':');
        if (isLength || isIndirect)
            _position++;
        var nameStart = _position;
        SkipParameterName();
        var name = _text.Substring(nameStart, _position - nameStart);
        ShellWord? index = null;
        if (Current == '[' && name.Length > 0)
        {
            _position++;
            index = ParseWord(WordEnd.Bracket);
            if (Current == ']')
                _position++;
        }

        var @operator = ParseParameterOperator();
        // Single quotes keep their meaning in patterns, and lose it in the words that replace the value. POSIX.1-2024, section 2.6.2.
        var isText = @operator is [':', ..] or "-" or "=" or "?" or "+";
        var operand = AtEnd || Current == '}' ? null : ParseWord(isQuoted && isText ? WordEnd.QuotedBrace : WordEnd.Brace);
        if (AtEnd)
            Error(start, start + 2, "'${' has no matching '}'");
        else
            _position++;
        if (name.Length == 0 || (@operator.Length == 0 && operand is not null))
            Error(start, _position, "Parameter expansion is malformed");
        _log.Leave();
        return new ParameterExpansion(Span(start, _position), Raw(start))
        {
            Name = name,
            Operator = @operator,
            Operand = operand,
            Index = index,
            IsLength = isLength,
            IsIndirect = isIndirect,
        };
    }

    private void SkipParameterName()
    {
        if (Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
            _position++;
        else if (IsDigit(Current))
            while (IsDigit(Current))
                _position++;
        else
            _position = EndOfName(_position);
    }

    private string ParseParameterOperator()
    {
        foreach (var candidate in ParameterOperators)
        {
            if (!At(candidate))
                continue;
            _position += candidate.Length;
            return candidate;
        }

        return "";
    }

    /// <summary>Tells <c>$((1+2))</c> from <c>$((a) | b)</c>: true when the two parentheses are closed by two in a row.</summary>
    private bool IsArithmetic(int start)
    {
        var depth = 2;
        var i = start;
        var limit = Math.Min(_end, start + _log.LookAhead);
        for (; i < limit; i++)
        {
            var c = _text[i];
            if (c == '\\')
                i++;
            else if (c == '(')
                depth++;
            else if (c == ')' && --depth == 1)
                break;
        }

        _log.LookAhead = Math.Max(0, _log.LookAhead - (i - start));
        return i + 1 < _end && _text[i] == ')' && _text[i + 1] == ')';
    }

    private ArithmeticExpansion ParseArithmetic()
    {
        var start = _position;
        _position += 3;
        var parts = ParseExpression(start);
        return new ArithmeticExpansion(Span(start, _position), Raw(start), parts);
    }

    /// <summary>Text and expansions up to the two closing parentheses, which are read.</summary>
    private ImmutableArray<ShellPart> ParseExpression(int openStart)
    {
        var parts = ImmutableArray.CreateBuilder<ShellPart>();
        var openEnd = _position;
        var literalStart = _position;
        var groups = 0;
        var isOpen = TryEnter();
        while (isOpen && !AtEnd)
        {
            var c = _text[_position];
            if (c == ')' && groups == 0)
                break;
            if (c == '(')
                groups++;
            else if (c == ')')
                groups--;

            var partStart = _position;
            var part = c is '$' or '`' or '"' ? ParsePart(c, WordEnd.Brace) : null;
            if (part is not null)
            {
                AddLiteral(parts, literalStart, partStart, Quoting.None);
                parts.Add(part);
                literalStart = _position;
            }
            else if (_position == partStart)
            {
                if (c == '\\')
                    SkipEscape();
                else
                    _position++;
            }
        }

        _log.Leave();
        AddLiteral(parts, literalStart, isOpen ? _position : literalStart, Quoting.None);
        if (At("))"))
            _position += 2;
        else
            Error(openStart, openEnd, $"'{_text.Substring(openStart, openEnd - openStart)}' has no matching '))'");
        return parts.ToImmutable();
    }
}
