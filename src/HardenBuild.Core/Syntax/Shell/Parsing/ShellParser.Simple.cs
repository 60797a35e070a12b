using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <content>Simple commands and assignments.</content>
internal sealed partial class ShellParser
{
    /// <summary>A command, or null when none starts here.</summary>
    private ShellCommand? ParseCommand() =>
        AtEnd || (EndsHere() & _ends) != ShellListEnds.None ? null : ParseCompound() ?? ParseSimple();

    private ShellCommand? ParseSimple()
    {
        var start = _position;
        var end = start;
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        var words = ImmutableArray.CreateBuilder<ShellWord>();
        var redirections = ImmutableArray.CreateBuilder<Redirection>();
        while (true)
        {
            SkipBlanks();
            if (AtEnd || Current == '#')
                break;
            if (ParseRedirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (Current == '(')
            {
                if (words.Count == 1 && words[0].IsBare && assignments.Count == 0 && redirections.Count == 0 && TrySkipParentheses())
                    return ParseFunctionBody(start, words[0].Text);
                if (words.Count == 0 && assignments.Count == 0 && redirections.Count == 0)
                    break;
                Error(_position, _position + 1, "Unexpected '('");
                _position++;
            }
            else if (Current is not ('<' or '>') && IsWordEnd(Current))
            {
                break;
            }
            else if (words.Count == 0 && ParseAssignment() is { } assignment)
            {
                assignments.Add(assignment);
            }
            else
            {
                words.Add(ParseWord());
                // declare, export and the like take assignments with arrays as arguments.
                if (Current == '(' && _text[_position - 1] == '=')
                    words.AddRange(ParseArray());
            }

            end = _position;
        }

        if (end > start)
            _position = end;
        return end == start ? null : new SimpleCommand(Span(start, end), assignments.ToImmutable(), words.ToImmutable(), redirections.ToImmutable());
    }

    private bool TrySkipParentheses()
    {
        var ahead = 1;
        while (Peek(ahead) is ' ' or '\t')
            ahead++;
        if (Peek(ahead) != ')')
            return false;
        _position += ahead + 1;
        return true;
    }

    /// <summary><c>NAME=</c>, <c>NAME+=</c> or <c>NAME[subscript]=</c> with its value; null and not moved when there is none.</summary>
    private Assignment? ParseAssignment()
    {
        var start = _position;
        var nameEnd = EndOfName(start);
        if (nameEnd == start)
            return null;
        var at = nameEnd;
        if (at < _end && _text[at] == '[')
        {
            while (at < _end && _text[at] != ']' && !IsWordEnd(_text[at]))
                at++;
            at++;
        }

        if (at < _end && _text[at] == '+')
            at++;
        if (at >= _end || _text[at] != '=')
            return null;

        var name = _text.Substring(start, nameEnd - start);
        _position = at + 1;
        if (Current == '(')
        {
            var elements = ParseArray();
            return new Assignment(Span(start, _position), name, value: null, elements);
        }

        var hasValue = !AtEnd && (!IsWordEnd(Current) || (Current is '<' or '>' && Peek(1) == '('));
        var value = hasValue ? ParseWord() : null;
        return new Assignment(Span(start, _position), name, value, []);
    }

    /// <summary>The words between parentheses after <c>NAME=</c>.</summary>
    private ImmutableArray<ShellWord> ParseArray()
    {
        var open = _position++;
        var elements = ImmutableArray.CreateBuilder<ShellWord>();
        while (true)
        {
            SkipLines();
            if (AtEnd)
            {
                Error(open, open + 1, "'(' has no matching ')'");
                break;
            }

            if (Current == ')')
            {
                _position++;
                break;
            }

            if (IsWordEnd(Current) && !(Current is '<' or '>' && Peek(1) == '('))
            {
                Error(_position, _position + 1, $"Unexpected '{Current}' in an array");
                _position++;
                continue;
            }

            elements.Add(ParseWord());
        }

        return elements.ToImmutable();
    }
}
