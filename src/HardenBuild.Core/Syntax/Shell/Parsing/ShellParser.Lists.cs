using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Lists and pipelines.</content>
internal sealed partial class ShellParser
{
    /// <summary>Reads a list up to one of <paramref name="ends"/>, or what closes an outer construct: a missing end then costs only its own construct.</summary>
    private ShellList ParseNestedList(ShellListEnds ends)
    {
        var outer = _ends;
        // Keywords do not reach out of parentheses: in `if (fi)` the fi closes nothing.
        _ends = ends == ShellListEnds.Parenthesis ? ends : outer | ends;
        var start = _position;
        var list = TryEnter() ? ParseList(ends, start) : new ShellList(Span(start, start), []);
        _log.Leave();
        _ends = outer;
        return list;
    }

    private ShellList ParseList(ShellListEnds ends, int start)
    {
        _ends |= ends;
        var items = ImmutableArray.CreateBuilder<ShellListItem>();
        var danglingStart = -1;
        while (true)
        {
            SkipLines();
            if (AtEnd || (EndsHere() & _ends) != ShellListEnds.None)
                break;
            if (SkipUnexpected())
                continue;

            var itemStart = _position;
            var pipeline = ParsePipeline();
            if (pipeline is null)
            {
                _position = Math.Max(_position, itemStart + 1);
                continue;
            }

            var itemEnd = _position;
            SkipBlanks();
            var operatorStart = _position;
            var @operator = ParseListOperator();
            danglingStart = @operator is ListOperator.And or ListOperator.Or ? operatorStart : -1;
            items.Add(new ShellListItem(Span(itemStart, _position > operatorStart ? _position : itemEnd), pipeline, @operator));
        }

        if (danglingStart >= 0)
            Error(danglingStart, danglingStart + 2, $"'{_text.Substring(danglingStart, 2)}' has no command after it");
        return new ShellList(Span(start, _position), items.ToImmutable());
    }

    private ListOperator ParseListOperator()
    {
        if (At("&&"))
            return Take(2, ListOperator.And);
        if (At("||"))
            return Take(2, ListOperator.Or);
        switch (Current)
        {
            case '&':
                return Take(1, ListOperator.Background);
            case ';' when Peek(1) is not (';' or '&'):
                return Take(1, ListOperator.Sequence);
            case '\n' or '#':
                // Left for SkipLines: here-documents start at the line break.
                return ListOperator.Sequence;
            default:
                return ListOperator.None;
        }

        ListOperator Take(int length, ListOperator @operator)
        {
            _position += length;
            return @operator;
        }
    }

    /// <summary>The ends that the token here can be.</summary>
    private ShellListEnds EndsHere()
    {
        switch (Current)
        {
            case ')':
                return ShellListEnds.Parenthesis;
            case ';':
                return Peek(1) is ';' or '&' ? ShellListEnds.CaseBreak : ShellListEnds.None;
            case '}':
                return AtReserved("}") ? ShellListEnds.Brace : ShellListEnds.None;
            case 't':
                return AtReserved("then") ? ShellListEnds.Then : ShellListEnds.None;
            case 'e':
                if (AtReserved("esac"))
                    return ShellListEnds.Esac | ShellListEnds.CaseBreak;
                return AtReserved("else") || AtReserved("elif") ? ShellListEnds.ElseOrFi : ShellListEnds.None;
            case 'f':
                return AtReserved("fi") ? ShellListEnds.ElseOrFi : ShellListEnds.None;
            case 'd':
                if (AtReserved("do"))
                    return ShellListEnds.Do;
                return AtReserved("done") ? ShellListEnds.Done : ShellListEnds.None;
            default:
                return ShellListEnds.None;
        }
    }

    /// <summary>Reports and moves over an operator or reserved word where a command should start.</summary>
    private bool SkipUnexpected()
    {
        var start = _position;
        if (EndsHere() != ShellListEnds.None)
        {
            _position++;
            while (_text[start] == ';' ? Current is ';' or '&' : IsNameStart(_text[start]) && IsNameStart(Current))
                _position++;
        }
        else if (Current is ';' or '|' || (Current == '&' && Peek(1) != '>'))
        {
            _position += Current == Peek(1) ? 2 : 1;
        }

        if (_position == start)
            return false;
        Error(start, _position, $"Unexpected '{_text.Substring(start, _position - start)}'");
        return true;
    }

    private Pipeline? ParsePipeline()
    {
        var start = _position;
        var isNegated = false;
        while (true)
        {
            if (AtReserved("!"))
            {
                isNegated = !isNegated;
                _position++;
            }
            else if (!SkipTimeBeforeCompound())
            {
                break;
            }

            SkipBlanks();
        }

        var commands = ImmutableArray.CreateBuilder<ShellCommand>(1);
        var operators = ImmutableArray.CreateBuilder<TextSpan>();
        var end = _position;
        while (ParseCommand() is { } command)
        {
            commands.Add(command);
            end = _position;
            SkipBlanks();
            if (Current != '|' || Peek(1) == '|')
                break;
            var operatorStart = _position;
            _position += Peek(1) == '&' ? 2 : 1;
            operators.Add(Span(operatorStart, _position));
            end = _position;
            SkipLines();
        }

        if (commands.Count > operators.Count)
        {
            _position = end;
            return new Pipeline(Span(start, end), commands.ToImmutable(), operators.ToImmutable()) { IsNegated = isNegated };
        }

        if (operators.Count == 0)
        {
            if (_position > start)
                Error(start, _position, $"'{_text.Substring(start, end - start)}' has no command after it");
            return null;
        }

        var pipe = operators[operators.Count - 1];
        _log.AddError(pipe, "'|' has no command after it");
        return new Pipeline(Span(start, end), commands.ToImmutable(), operators.ToImmutable()) { IsNegated = isNegated };
    }

    /// <summary><c>time</c> is a word like any other before a simple command (<c>Invocation</c> removes it), but may also stand before a compound one.</summary>
    private bool SkipTimeBeforeCompound()
    {
        if (!AtReserved("time"))
            return false;
        var start = _position;
        _position += 4;
        SkipBlanks();
        if (Current == '(' || AtReserved("{") || AtReserved("if") || AtReserved("for") || AtReserved("while") || AtReserved("until"))
            return true;
        _position = start;
        return false;
    }
}
