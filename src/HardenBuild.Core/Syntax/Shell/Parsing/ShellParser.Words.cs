using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Words and quotes.</content>
internal sealed partial class ShellParser
{
    private ShellWord ParseWord() => ParseWord(WordEnd.Blank);

    private ShellWord ParseWord(WordEnd wordEnd)
    {
        var start = _position;
        var parts = ImmutableArray.CreateBuilder<ShellPart>(1);
        var literalStart = start;
        var groups = 0;
        while (!AtEnd)
        {
            var c = _text[_position];
            if (groups == 0 && EndsWord(c, wordEnd))
                break;
            if (c == '\n' && groups > 0)
                break;

            var partStart = _position;
            var part = StartsPart(c, wordEnd) ? ParsePart(c, wordEnd) : null;
            if (part is not null)
            {
                AddLiteral(parts, literalStart, partStart, Quoting.None);
                parts.Add(part);
                literalStart = _position;
                continue;
            }

            if (_position > partStart)
                continue;
            if (c == '\\')
                SkipEscape();
            else
                _position++;
            // `?(a|b)` and its like are one word, as is a parenthesis within a regular expression.
            if (c == '(' && wordEnd is WordEnd.Blank or WordEnd.Expression)
                groups++;
            else if (c == ')' && groups > 0)
                groups--;
        }

        AddLiteral(parts, literalStart, _position, Quoting.None);
        if (groups > 0)
            Error(start, _position, "'(' has no matching ')'");
        return new ShellWord(Span(start, _position), Raw(start), parts.ToImmutable());
    }

    private bool EndsWord(char c, WordEnd wordEnd) => wordEnd switch
    {
        WordEnd.Brace => c == '}',
        WordEnd.QuotedBrace => c == '}',
        WordEnd.Bracket => c == ']',
        WordEnd.Expression => c is ' ' or '\t' or '\r' or '\n' or ')',
        _ => IsWordEnd(c)
            && !(c is '<' or '>' && Peek(1) == '(')
            && !(c == '(' && _position > 0 && _text[_position - 1] is '?' or '*' or '+' or '@' or '!' && IsPatternGroup()),
    };

    // Only a closed group on the same line, without blanks, is taken for an extended glob: the option is off in scripts unless they set it.
    private bool IsPatternGroup()
    {
        var limit = Math.Min(_end, _position + 256);
        for (var i = _position + 1; i < limit; i++)
        {
            if (_text[i] == ')')
                return i > _position + 1;
            if (_text[i] is ' ' or '\t' or '\r' or '\n' or ';' or '(')
                return false;
        }

        return false;
    }

    private bool StartsPart(char c, WordEnd wordEnd) => c switch
    {
        '$' or '`' => true,
        // Between double quotes, `${x:-'a'}` keeps its single quotes.
        '\'' => wordEnd != WordEnd.QuotedBrace,
        '"' => true,
        '<' or '>' => wordEnd == WordEnd.Blank && Peek(1) == '(',
        _ => false,
    };

    private ShellPart? ParsePart(char c, WordEnd wordEnd) => c switch
    {
        '\'' => ParseSingleQuoted(_position),
        '"' => ParseDoubleQuoted(_position),
        '<' or '>' => ParseProcessSubstitution(),
        '`' => ParseBackticks(wordEnd == WordEnd.QuotedBrace),
        '$' when Peek(1) == '\'' && wordEnd != WordEnd.QuotedBrace => ParseAnsiQuoted(),
        '$' when Peek(1) == '"' && wordEnd != WordEnd.QuotedBrace => ParseLocaleQuoted(),
        _ => ParseDollar(wordEnd == WordEnd.QuotedBrace),
    };

    private void SkipEscape() =>
        _position = Math.Min(_end, _position + 1 + Math.Max(1, QuoteRemoval.LineBreakLength(_text, _position + 1, _end)));

    private void AddLiteral(ImmutableArray<ShellPart>.Builder parts, int start, int end, Quoting quoting)
    {
        if (end == start)
            return;
        var raw = new RawText(_text, start, end - start);
        parts.Add(new LiteralPart(Span(start, end), raw, quoting, raw));
    }

    private LiteralPart ParseSingleQuoted(int open)
    {
        _position++;
        var contentStart = _position;
        var close = _text.IndexOf('\'', contentStart, _end - contentStart);
        if (close < 0)
            Error(open, open + 1, "Single quote is not closed");
        var contentEnd = close < 0 ? _end : close;
        _position = close < 0 ? _end : close + 1;
        return new LiteralPart(Span(open, _position), Raw(open), Quoting.Single, new RawText(_text, contentStart, contentEnd - contentStart));
    }

    private LiteralPart ParseAnsiQuoted()
    {
        var open = _position;
        _position += 2;
        var contentStart = _position;
        while (!AtEnd && Current != '\'')
            _position = Math.Min(_end, _position + (Current == '\\' ? 2 : 1));
        var content = Raw(contentStart);
        if (AtEnd)
            Error(open, open + 2, "Single quote is not closed");
        else
            _position++;
        return new LiteralPart(Span(open, _position), Raw(open), Quoting.Ansi, content);
    }

    private DoubleQuotedPart ParseLocaleQuoted()
    {
        var open = _position++;
        return ParseDoubleQuoted(open);
    }

    private DoubleQuotedPart ParseDoubleQuoted(int open)
    {
        var quote = _position++;
        var parts = ImmutableArray.CreateBuilder<ShellPart>();
        if (TryEnter())
            ParseQuotedParts(parts, Quoting.Double, closing: '"');
        _log.Leave();
        if (AtEnd)
            Error(quote, quote + 1, "Double quote is not closed");
        else
            _position++;
        return new DoubleQuotedPart(Span(open, _position), Raw(open), parts.ToImmutable());
    }

    /// <summary>Literal runs and expansions up to an unescaped <paramref name="closing"/>, which is left, or the end.</summary>
    private void ParseQuotedParts(ImmutableArray<ShellPart>.Builder parts, Quoting quoting, char closing)
    {
        var literalStart = _position;
        while (!AtEnd)
        {
            var c = _text[_position];
            if (c == closing && quoting == Quoting.Double)
                break;
            if (c == '\\')
            {
                SkipEscape();
                continue;
            }

            var partStart = _position;
            var part = c == '$' ? ParseDollar(isQuoted: true) : c == '`' ? ParseBackticks(quoting == Quoting.Double) : null;
            if (part is not null)
            {
                AddLiteral(parts, literalStart, partStart, quoting);
                parts.Add(part);
                literalStart = _position;
            }
            else if (_position == partStart)
            {
                _position++;
            }
        }

        AddLiteral(parts, literalStart, _position, quoting);
    }

    /// <summary>What ends a word.</summary>
    private enum WordEnd
    {
        /// <summary>A blank or operator.</summary>
        Blank,

        /// <summary>The brace of <c>${x:-word}</c>.</summary>
        Brace,

        /// <summary>The same within double quotes.</summary>
        QuotedBrace,

        /// <summary>The bracket of a subscript.</summary>
        Bracket,

        /// <summary>A blank, within <c>[[ ]]</c> after <c>=~</c>.</summary>
        Expression,
    }
}
