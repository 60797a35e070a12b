namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Reads a pattern in RE2's syntax, with Perl's extensions as Go allows them.</summary>
internal sealed class RegexParser(string pattern)
{
    // regexp/syntax: maxHeight and the bound of a repetition.
    private const int MaximumDepth = 1_000;
    private const int MaximumRepeat = 1_000;

    private readonly List<string> _names = [""];
    private int _position;
    private int _depth;
    private bool _ignoresCase;
    private bool _isMultiLine;
    private bool _dotMatchesNewline;
    private bool _isUngreedy;

    /// <summary>The names of the groups; empty for those without one. The whole match is the first.</summary>
    public IReadOnlyList<string> GroupNames => _names;

    /// <exception cref="RegexSyntaxException">The pattern is wrong, or asks for what RE2 cannot do.</exception>
    public RegexNode Parse()
    {
        var node = Alternatives();
        return _position == pattern.Length ? node : throw new RegexSyntaxException("unexpected )", pattern);
    }

    private RegexNode Alternatives()
    {
        StackGuard.Require();
        if (++_depth > MaximumDepth)
            throw new RegexSyntaxException("expression nests too deeply", pattern);
        List<RegexNode> choices = [Sequence()];
        while (_position < pattern.Length && pattern[_position] == '|')
        {
            _position++;
            choices.Add(Sequence());
        }

        _depth--;
        return choices.Count == 1 ? choices[0] : new RegexNode.Alternatives(choices);
    }

    private RegexNode Sequence()
    {
        List<RegexNode> parts = [];
        // Where the last repetition began, if nothing followed it.
        var repeatStart = -1;
        while (_position < pattern.Length && pattern[_position] is not ('|' or ')'))
        {
            var start = _position;
            if (Repetition() is { } repetition)
            {
                if (parts.Count == 0)
                    throw new RegexSyntaxException("missing argument to repetition operator", pattern.Substring(start, _position - start));
                if (repeatStart >= 0)
                    throw new RegexSyntaxException("invalid nested repetition operator", pattern.Substring(repeatStart, _position - repeatStart));
                parts[parts.Count - 1] = new RegexNode.Repeat(parts[parts.Count - 1], repetition.Minimum, repetition.Maximum, repetition.IsGreedy);
                repeatStart = start;
                continue;
            }

            repeatStart = -1;
            Atom(parts);
        }

        return parts.Count == 1 ? parts[0] : parts.Count == 0 ? new RegexNode.Empty() : new RegexNode.Sequence(parts);
    }

    private (int Minimum, int Maximum, bool IsGreedy)? Repetition()
    {
        if (Bounds() is not var (minimum, maximum))
            return null;
        var isLazy = _position < pattern.Length && pattern[_position] == '?';
        if (isLazy)
            _position++;
        return (minimum, maximum, isLazy == _isUngreedy);
    }

    private (int, int)? Bounds()
    {
        switch (pattern[_position])
        {
            case '*':
                _position++;
                return (0, -1);
            case '+':
                _position++;
                return (1, -1);
            case '?':
                _position++;
                return (0, 1);
            case '{':
                return Counts();
            default:
                return null;
        }
    }

    // A brace that is no repetition stands for itself.
    private (int, int)? Counts()
    {
        var start = _position;
        var position = _position + 1;
        if (Number(ref position) is not { } minimum)
            return null;
        int? maximum = minimum;
        if (position < pattern.Length && pattern[position] == ',')
        {
            position++;
            maximum = position < pattern.Length && pattern[position] == '}' ? -1 : Number(ref position);
        }

        if (maximum is null || position >= pattern.Length || pattern[position] != '}')
            return null;
        _position = position + 1;
        if (minimum > MaximumRepeat || maximum > MaximumRepeat || (maximum >= 0 && minimum > maximum))
            throw new RegexSyntaxException("invalid repeat count", pattern.Substring(start, _position - start));
        return (minimum, maximum.Value);
    }

    private int? Number(ref int position)
    {
        var start = position;
        var number = 0;
        while (position < pattern.Length && pattern[position] is >= '0' and <= '9')
            number = Math.Min((number * 10) + pattern[position++] - '0', 1_000_000);
        // No leading zeros.
        return position == start || (pattern[start] == '0' && position > start + 1) ? null : number;
    }

    private void Atom(List<RegexNode> parts)
    {
        var c = pattern[_position];
        switch (c)
        {
            case '(':
                if (Group() is { } group)
                    parts.Add(group);
                break;
            case '[':
                parts.Add(new RegexNode.Characters(new CharacterClassParser(pattern, _ignoresCase).Parse(ref _position)));
                break;
            case '.':
                _position++;
                parts.Add(new RegexNode.Characters(_dotMatchesNewline ? CharacterSet.Any() : CharacterSet.AnyButNewline()));
                break;
            case '^':
                _position++;
                parts.Add(new RegexNode.Assertion(_isMultiLine ? RegexOperation.LineStart : RegexOperation.TextStart));
                break;
            case '$':
                _position++;
                parts.Add(new RegexNode.Assertion(_isMultiLine ? RegexOperation.LineEnd : RegexOperation.TextEnd));
                break;
            case '\\':
                Escape(parts);
                break;
            default:
                parts.Add(Literal(RegexText.CharacterAt(pattern, _position, out var length)));
                _position += length;
                break;
        }
    }

    private void Escape(List<RegexNode> parts)
    {
        if (_position + 1 == pattern.Length)
            throw new RegexSyntaxException("trailing backslash at end of expression", "");
        var c = pattern[_position + 1];
        RegexOperation? assertion = c switch
        {
            'A' => RegexOperation.TextStart,
            'z' => RegexOperation.TextEnd,
            'b' => RegexOperation.WordBoundary,
            'B' => RegexOperation.NotWordBoundary,
            _ => null,
        };
        if (assertion is { } operation)
        {
            _position += 2;
            parts.Add(new RegexNode.Assertion(operation));
        }
        else if (c == 'Q')
        {
            QuotedLiteral(parts);
        }
        else
        {
            var set = new CharacterSet { IgnoresCase = _ignoresCase };
            if (CharacterClassParser.TryAddClass(pattern, ref _position, set))
                parts.Add(new RegexNode.Characters(set));
            else
                parts.Add(Literal(CharacterClassParser.EscapedCharacter(pattern, ref _position)));
        }
    }

    private void QuotedLiteral(List<RegexNode> parts)
    {
        _position += 2;
        var end = pattern.IndexOf("\\E", _position, StringComparison.Ordinal);
        var stop = end < 0 ? pattern.Length : end;
        while (_position < stop)
        {
            parts.Add(Literal(RegexText.CharacterAt(pattern, _position, out var length)));
            _position += length;
        }

        if (end >= 0)
            _position += 2;
    }

    // Null for flags that hold for the rest of the group around them.
    private RegexNode? Group()
    {
        var outer = (_ignoresCase, _isMultiLine, _dotMatchesNewline, _isUngreedy);
        int? index = null;
        if (_position + 1 >= pattern.Length || pattern[_position + 1] != '?')
        {
            _position++;
            index = Add("");
        }
        else if (TryNamedGroup(out var name))
        {
            index = Add(name);
        }
        else if (Flags())
        {
            return null;
        }

        var body = Alternatives();
        (_ignoresCase, _isMultiLine, _dotMatchesNewline, _isUngreedy) = outer;
        if (_position == pattern.Length)
            throw new RegexSyntaxException("missing closing )", pattern);
        _position++;
        return index is { } group ? new RegexNode.Capture(body, group) : body;
    }

    private int Add(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    private bool TryNamedGroup(out string name)
    {
        name = "";
        var prefix = string.CompareOrdinal(pattern, _position, "(?P<", 0, 4) == 0 ? 4
            : string.CompareOrdinal(pattern, _position, "(?<", 0, 3) == 0 ? 3 : 0;
        if (prefix == 0)
            return false;
        var start = _position + prefix;
        var end = pattern.IndexOf('>', start);
        if (end < 0)
            throw new RegexSyntaxException("invalid named capture", pattern.Substring(_position));
        name = pattern.Substring(start, end - start);
        if (!RegexText.IsName(name))
            throw new RegexSyntaxException("invalid named capture", pattern.Substring(_position, end + 1 - _position));
        if (_names.Contains(name))
            throw new RegexSyntaxException("duplicate capture group name", name);
        _position = end + 1;
        return true;
    }

    // (?i) sets flags and returns true; (?i: and (?: open a group in which they hold.
    private bool Flags()
    {
        var start = _position;
        var (value, hasFlag) = (true, false);
        for (_position += 2; _position < pattern.Length;)
        {
            var c = pattern[_position++];
            switch (c)
            {
                case 'i':
                    (_ignoresCase, hasFlag) = (value, true);
                    break;
                case 'm':
                    (_isMultiLine, hasFlag) = (value, true);
                    break;
                case 's':
                    (_dotMatchesNewline, hasFlag) = (value, true);
                    break;
                case 'U':
                    (_isUngreedy, hasFlag) = (value, true);
                    break;
                case '-' when value:
                    (value, hasFlag) = (false, false);
                    break;
                case ':' or ')' when value || hasFlag:
                    return c == ')';
                default:
                    throw new RegexSyntaxException("invalid or unsupported Perl syntax", pattern.Substring(start, _position - start + (char.IsHighSurrogate(c) && _position < pattern.Length ? 1 : 0)));
            }
        }

        throw new RegexSyntaxException("missing closing )", pattern);
    }

    private RegexNode.Characters Literal(int character) => new(CharacterSet.Of(character, _ignoresCase));
}
