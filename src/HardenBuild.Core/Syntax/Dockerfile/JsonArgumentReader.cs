using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads arguments as a JSON array of strings, the exec form.</summary>
/// <remarks>RFC 8259 as Go's <c>encoding/json</c> reads it: the whole text must be one array, blanks around it allowed.</remarks>
internal ref struct JsonArgumentReader
{
    /// <summary>Arrays nested deeper are not taken as JSON.</summary>
    private const int MaximumDepth = 200;

    private readonly LogicalText _text;
    private readonly ReadOnlySpan<char> _characters;
    private readonly char _escape;
    private int _position;

    private JsonArgumentReader(LogicalText text, char escape)
    {
        _text = text;
        _characters = text.Characters;
        _escape = escape;
    }

    public static JsonArguments Read(LogicalText text, char escape)
    {
        var reader = new JsonArgumentReader(text, escape);
        reader.SkipWhiteSpace();
        return reader.Peek == '[' ? reader.ReadArguments() : default;
    }

    private readonly char Peek => _position < _characters.Length ? _characters[_position] : '\0';

    private JsonArguments ReadArguments()
    {
        var words = ImmutableArray.CreateBuilder<DockerfileWord>();
        SyntaxError? notStrings = null;
        _position++;
        SkipWhiteSpace();
        var isValid = true;
        if (!TryTake(']'))
        {
            do
            {
                SkipWhiteSpace();
                isValid = ReadElement(words, ref notStrings);
                SkipWhiteSpace();
            }
            while (isValid && TryTake(','));
            isValid = isValid && TryTake(']');
        }

        SkipWhiteSpace();
        if (!isValid || _position < _characters.Length)
            return new JsonArguments(default, Unexpected(), NotStrings: null);
        return notStrings is null
            ? new JsonArguments(words.ToImmutable(), Malformed: null, NotStrings: null)
            : new JsonArguments(default, Malformed: null, notStrings);
    }

    private bool ReadElement(ImmutableArray<DockerfileWord>.Builder words, ref SyntaxError? notStrings)
    {
        var start = _position;
        if (Peek == '"')
        {
            if (ReadString() is not { } decoded)
                return false;
            words.Add(DockerfileWord.Json(decoded, SpanFrom(start), _escape));
            return true;
        }

        if (!SkipValue(depth: 1))
            return false;
        notStrings ??= new SyntaxError(SpanFrom(start), $"'{_text.Slice(start, _position - start)}' is not a string; a JSON array of arguments holds strings only");
        return true;
    }

    private readonly SyntaxError Unexpected()
    {
        if (_position >= _characters.Length)
            return new SyntaxError(new TextSpan(_text.MapToSource(_text.Length), 0), "The JSON array does not end; add ']'");
        var span = _text.MapToSource(new TextSpan(_position, 1));
        return new SyntaxError(span, $"'{_characters[_position]}' is not JSON here, so the text is taken in shell form; write an array of strings in double quotes");
    }

    private readonly TextSpan SpanFrom(int start) => _text.MapToSource(TextSpan.FromBounds(start, _position));

    private LogicalText? ReadString()
    {
        var start = ++_position;
        LogicalTextBuilder? builder = null;
        while (_position < _characters.Length)
        {
            var c = _characters[_position];
            if (c == '"')
            {
                var content = builder?.ToLogicalText() ?? _text.Slice(start, _position - start);
                _position++;
                return content;
            }

            if (c < ' ')
                return null;
            if (c != '\\')
            {
                if (builder is not null)
                    builder.AppendVerbatim(c, _text.MapToSource(_position));
                _position++;
                continue;
            }

            if (builder is null)
            {
                builder = new LogicalTextBuilder(_text.MapToSource(start));
                _text.CopyTo(builder, start, _position - start);
            }

            if (!ReadEscape(builder))
                return null;
        }

        return null;
    }

    private bool ReadEscape(LogicalTextBuilder builder)
    {
        if (_position + 1 >= _characters.Length)
            return false;
        var length = 2;
        char decoded;
        switch (_characters[_position + 1])
        {
            case '"' or '\\' or '/':
                decoded = _characters[_position + 1];
                break;
            case 'b':
                decoded = '\b';
                break;
            case 'f':
                decoded = '\f';
                break;
            case 'n':
                decoded = '\n';
                break;
            case 'r':
                decoded = '\r';
                break;
            case 't':
                decoded = '\t';
                break;
            case 'u' when TryReadHex(_position + 2, out decoded):
                length = 6;
                break;
            default:
                return false;
        }

        builder.AppendReplaced(decoded.ToString(), _text.MapToSource(new TextSpan(_position, length)));
        _position += length;
        return true;
    }

    private readonly bool TryReadHex(int start, out char value)
    {
        value = '\0';
        if (start + 4 > _characters.Length)
            return false;
        var number = 0;
        foreach (var c in _characters.Slice(start, 4))
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return false;
            number = (number * 16) + digit;
        }

        value = (char)number;
        return true;
    }

    private bool SkipValue(int depth)
    {
        switch (Peek)
        {
            case '"':
                return ReadString() is not null;
            case '[' when depth < MaximumDepth:
                _position++;
                return SkipItems(']', depth);
            case '{' when depth < MaximumDepth:
                _position++;
                return SkipItems('}', depth);
            default:
                return SkipScalar();
        }
    }

    private bool SkipItems(char close, int depth)
    {
        SkipWhiteSpace();
        if (TryTake(close))
            return true;
        do
        {
            SkipWhiteSpace();
            if (close == '}' && !SkipKey())
                return false;
            if (!SkipValue(depth + 1))
                return false;
            SkipWhiteSpace();
        }
        while (TryTake(','));
        return TryTake(close);
    }

    private bool SkipKey()
    {
        if (Peek != '"' || ReadString() is null)
            return false;
        SkipWhiteSpace();
        if (!TryTake(':'))
            return false;
        SkipWhiteSpace();
        return true;
    }

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    private bool SkipScalar()
    {
        var start = _position;
        while (_position < _characters.Length && (char.IsLetterOrDigit(_characters[_position]) || _characters[_position] is '-' or '+' or '.'))
            _position++;
        var scalar = _characters.Slice(start, _position - start);
        if (scalar is "true" or "false" or "null" || IsNumber(scalar))
            return true;
        _position = start;
        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var digits = CountDigits(text, i);
        if (digits == 0 || (digits > 1 && text[i] == '0'))
            return false;
        i += digits;
        if (i < text.Length && text[i] == '.')
        {
            digits = CountDigits(text, i + 1);
            if (digits == 0)
                return false;
            i += 1 + digits;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            digits = CountDigits(text, i);
            if (digits == 0)
                return false;
            i += digits;
        }

        return i == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
            end++;
        return end - start;
    }

    private bool TryTake(char c)
    {
        if (Peek != c || _position >= _characters.Length)
            return false;
        _position++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_position < _characters.Length && _characters[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }
}
