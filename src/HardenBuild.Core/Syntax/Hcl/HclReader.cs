using System.Collections.Immutable;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Hcl;

/// <summary>Reads blocks, attributes and expressions; goes on behind what it does not understand.</summary>
internal sealed class HclReader(SourceText source)
{
    private const int MaxDepth = 64;

    private readonly string _text = source.Content;
    private readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    private int _position;
    private int _depth;

    public HclFile Read()
    {
        var blocks = ImmutableArray.CreateBuilder<HclBlock>();
        while (SkipBlanks(lines: true))
        {
            var start = _position;
            if (ReadName() is not { } type)
            {
                _position++;
                continue;
            }

            SkipBlanks(lines: false);
            if (Peek() == '=')
            {
                _position++;
                SkipBlanks(lines: false);
                ReadExpression();
            }
            else if (ReadBlock(type, start) is { } block)
            {
                blocks.Add(block);
            }
        }

        return new HclFile(source, blocks.ToImmutable(), _comments.ToImmutable());
    }

    private HclBlock? ReadBlock(string type, int start)
    {
        var label = "";
        TextSpan labelSpan = new(start, type.Length);
        var hasLabel = false;
        while (Peek() is '"' || IsNameStart(Peek()))
        {
            var at = _position;
            var text = Peek() == '"' ? ReadString().Value : ReadName();
            if (!hasLabel && text is not null)
                (label, labelSpan, hasLabel) = (text, Inner(at, _position), true);
            SkipBlanks(lines: false);
        }

        if (Peek() != '{')
            return null;
        _position++;
        var attributes = ReadMembers('}');
        return new HclBlock(type, label, labelSpan, attributes, TextSpan.FromBounds(start, _position));
    }

    /// <summary>Attributes up to a closing brace, which is read too.</summary>
    private ImmutableArray<HclAttribute> ReadMembers(char close)
    {
        var members = ImmutableArray.CreateBuilder<HclAttribute>();
        while (SkipBlanks(lines: true) && Peek() != close)
        {
            if (Peek() == ',')
            {
                _position++;
                continue;
            }

            var start = _position;
            var name = Peek() == '"' ? ReadString().Value : ReadName();
            var nameSpan = Inner(start, _position);
            SkipBlanks(lines: false);
            if (name is not null && Peek() is '=' or ':')
            {
                _position++;
                SkipBlanks(lines: false);
                members.Add(new HclAttribute(name, nameSpan, ReadExpression()));
            }
            else if (Peek() == '{')
            {
                SkipBalanced();
            }
            else if (_position == start || Peek() is not '"')
            {
                SkipOne();
            }
        }

        if (Peek() == close)
            _position++;
        return members.ToImmutable();
    }

    private HclNode ReadExpression()
    {
        var start = _position;
        var node = _depth >= MaxDepth ? null : ReadPrimary();
        SkipBlanks(lines: false);
        if (node is not null && IsEnd(Peek()))
            return node;
        while (_position < _text.Length && !IsEnd(Peek()))
        {
            SkipOne();
            SkipBlanks(lines: false);
        }

        return new HclUnknown(TextSpan.FromBounds(start, _position));
    }

    private HclNode? ReadPrimary()
    {
        var start = _position;
        switch (Peek())
        {
            case '"':
                return ReadString();
            case '<' when string.CompareOrdinal(_text, _position, "<<", 0, 2) == 0:
                return ReadHereDocument();
            case '[':
                return ReadList();
            case '{':
                _depth++;
                _position++;
                var members = ReadMembers('}');
                _depth--;
                return new HclObject(TextSpan.FromBounds(start, _position), members);
            case (>= '0' and <= '9') or '-':
                while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '.' or '-' or '+'))
                    _position++;
                return Word(start);
            default:
                return ReadName() is "true" or "false" or "null" ? Word(start) : null;
        }
    }

    private HclWord Word(int start) => new(TextSpan.FromBounds(start, _position), _text.Substring(start, _position - start));

    private HclList ReadList()
    {
        var start = _position++;
        var items = ImmutableArray.CreateBuilder<HclNode>();
        _depth++;
        while (SkipBlanks(lines: true) && Peek() != ']')
        {
            var before = _position;
            if (Peek() != ',')
                items.Add(ReadExpression());
            if (Peek() == ',' || _position == before)
                _position++;
        }

        if (Peek() == ']')
            _position++;
        _depth--;
        return new HclList(TextSpan.FromBounds(start, _position), items.ToImmutable());
    }

    private HclText ReadString()
    {
        var start = _position++;
        var value = new StringBuilder();
        var isKnown = true;
        while (_position < _text.Length && Peek() is not ('"' or '\n'))
        {
            if (Peek() == '\\' && _position + 1 < _text.Length)
            {
                value.Append(_text[_position + 1] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
                _position += 2;
            }
            else if (Peek() is '$' or '%' && _position + 1 < _text.Length && _text[_position + 1] == '{')
            {
                if (value.Length > 0 && value[value.Length - 1] == Peek())
                {
                    // $${ is a dollar sign and a brace.
                    _position++;
                    continue;
                }

                isKnown = false;
                _position++;
                SkipBalanced();
            }
            else
            {
                value.Append(_text[_position++]);
            }
        }

        if (Peek() == '"')
            _position++;
        return new HclText(TextSpan.FromBounds(start, _position), isKnown ? value.ToString() : null);
    }

    private HclText ReadHereDocument()
    {
        var start = _position;
        _position += 2;
        if (Peek() == '-')
            _position++;
        var name = ReadName() ?? "";
        while (_position < _text.Length)
        {
            var lineEnd = _text.IndexOf('\n', _position);
            if (lineEnd < 0)
            {
                _position = _text.Length;
                break;
            }

            _position = lineEnd + 1;
            var next = _text.IndexOf('\n', _position);
            if (_text.Substring(_position, (next < 0 ? _text.Length : next) - _position).Trim() == name)
            {
                _position = next < 0 ? _text.Length : next;
                break;
            }
        }

        return new HclText(TextSpan.FromBounds(start, _position), null);
    }

    /// <summary>Skips from an opening bracket past the one that closes it.</summary>
    private void SkipBalanced()
    {
        var depth = 0;
        while (SkipBlanks(lines: true))
        {
            switch (Peek())
            {
                case '"' when depth < MaxDepth:
                    ReadString();
                    continue;
                case '{' or '[' or '(':
                    depth++;
                    break;
                case '}' or ']' or ')':
                    depth--;
                    break;
            }

            _position++;
            if (depth <= 0)
                return;
        }
    }

    private void SkipOne()
    {
        if (Peek() == '"')
            ReadString();
        else if (Peek() is '{' or '[' or '(')
            SkipBalanced();
        else
            _position++;
    }

    /// <returns>False at the end of the text.</returns>
    private bool SkipBlanks(bool lines)
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c is ' ' or '\t' or '\r' || (lines && c == '\n'))
            {
                _position++;
            }
            else if (c == '#' || (c == '/' && _position + 1 < _text.Length && _text[_position + 1] is '/' or '*'))
            {
                var isBlock = c == '/' && _text[_position + 1] == '*';
                var end = isBlock ? _text.IndexOf("*/", _position + 2, StringComparison.Ordinal) : _text.IndexOf('\n', _position);
                end = end < 0 ? _text.Length : isBlock ? end + 2 : end;
                _comments.Add(TextSpan.FromBounds(_position, end));
                _position = end;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private string? ReadName()
    {
        var start = _position;
        if (IsNameStart(Peek()))
        {
            while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '_' or '-'))
                _position++;
        }

        return _position > start ? _text.Substring(start, _position - start) : null;
    }

    private TextSpan Inner(int start, int end) => end - start >= 2 && _text[start] == '"' ? TextSpan.FromBounds(start + 1, end - 1) : TextSpan.FromBounds(start, end);

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsEnd(char c) => c is '\n' or ',' or ']' or '}' or ')' or '\0';
}
