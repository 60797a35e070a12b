using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Json;

/// <summary>Reads JSON with the errors of Go's <c>encoding/json</c>. Every number is a float64.</summary>
internal sealed class JsonReader(string text, YamlOrigins? origins)
{
    // encoding/json's own bound.
    private const int MaximumDepth = 10_000;

    private int _position;
    private int _depth;

    /// <summary>Reads the one value of a text.</summary>
    /// <exception cref="UnwritableValueException">The text is not JSON.</exception>
    public GoValue Read()
    {
        var value = Value("looking for beginning of value", "");
        SkipBlanks();
        return _position == text.Length ? value : throw Unexpected("after top-level value");
    }

    private GoValue Value(string where, string path)
    {
        SkipBlanks();
        if (_position == text.Length)
            throw End();
        var start = _position;
        var value = text[_position] switch
        {
            '{' => Map(path),
            '[' => List(path),
            '"' => new GoString(String()),
            't' => Word("true", GoBoolean.True),
            'f' => Word("false", GoBoolean.False),
            'n' => Word("null", GoNil.Null),
            '-' or (>= '0' and <= '9') => Number(),
            _ => throw Unexpected(where),
        };
        return origins is null ? value : value.WithOrigin(origins.Of(TextSpan.FromBounds(start, _position), path));
    }

    private GoMap Map(string path)
    {
        Enter();
        var map = new GoMap();
        _position++;
        SkipBlanks();
        if (!TryTake('}'))
        {
            do
            {
                SkipBlanks();
                if (_position == text.Length)
                    throw End();
                if (text[_position] != '"')
                    throw Unexpected("looking for beginning of object key string");
                var key = String();
                SkipBlanks();
                Require(':', "after object key");
                map.Entries[key] = Value("looking for beginning of value", path.Length == 0 ? key : path + "." + key);
                SkipBlanks();
            }
            while (TryTake(','));
            Require('}', "after object key:value pair");
        }

        _depth--;
        return map;
    }

    private GoList List(string path)
    {
        Enter();
        List<GoValue> items = [];
        _position++;
        SkipBlanks();
        if (!TryTake(']'))
        {
            do
            {
                items.Add(Value("looking for beginning of value", origins is null ? "" : path + "[" + items.Count.ToString(CultureInfo.InvariantCulture) + "]"));
                SkipBlanks();
            }
            while (TryTake(','));
            Require(']', "after array element");
        }

        _depth--;
        return new GoList(items);
    }

    private string String()
    {
        var start = ++_position;
        StringBuilder? decoded = null;
        for (; ; _position++)
        {
            if (_position == text.Length)
                throw End();
            var c = text[_position];
            if (c == '"')
                break;
            if (c < ' ')
                throw Unexpected("in string literal");
            if (c == '\\')
                Escape(decoded ??= new StringBuilder().Append(text, start, _position - start));
            else
                decoded?.Append(c);
        }

        _position++;
        return decoded?.ToString() ?? text.Substring(start, _position - 1 - start);
    }

    private void Escape(StringBuilder decoded)
    {
        if (++_position == text.Length)
            throw End();
        switch (text[_position])
        {
            case '"' or '\\' or '/':
                decoded.Append(text[_position]);
                break;
            case 'b':
                decoded.Append('\b');
                break;
            case 'f':
                decoded.Append('\f');
                break;
            case 'n':
                decoded.Append('\n');
                break;
            case 'r':
                decoded.Append('\r');
                break;
            case 't':
                decoded.Append('\t');
                break;
            case 'u':
                Unicode(decoded);
                break;
            default:
                throw Unexpected("in string escape code");
        }
    }

    private void Unicode(StringBuilder decoded)
    {
        var unit = Hex();
        if (char.IsHighSurrogate(unit) && _position + 2 < text.Length && text[_position + 1] == '\\' && text[_position + 2] == 'u')
        {
            var before = _position;
            _position += 2;
            var second = Hex();
            if (char.IsLowSurrogate(second))
            {
                decoded.Append(unit).Append(second);
                return;
            }

            _position = before;
        }

        decoded.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
    }

    private char Hex()
    {
        var unit = 0;
        for (var i = 0; i < 4; i++)
        {
            if (++_position == text.Length)
                throw End();
            var c = text[_position];
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => throw Unexpected("in \\u hexadecimal character escape"),
            };
            unit = (unit << 4) | digit;
        }

        return (char)unit;
    }

    private GoFloat Number()
    {
        var start = _position;
        TryTake('-');
        if (!TryTake('0'))
            Digits("in numeric literal");
        if (TryTake('.'))
            Digits("after decimal point in numeric literal");
        if (_position < text.Length && text[_position] is 'e' or 'E')
        {
            _position++;
            if (_position < text.Length && text[_position] is '+' or '-')
                _position++;
            Digits("in exponent of numeric literal");
        }

        var literal = text.Substring(start, _position - start);
        return Numbers.GoNumberText.ParseFloat(literal) is { } number
            ? new GoFloat(number)
            : throw new UnwritableValueException("json: cannot unmarshal number " + literal + " into Go value of type float64");
    }

    private void Digits(string where)
    {
        var start = _position;
        while (_position < text.Length && text[_position] is >= '0' and <= '9')
            _position++;
        if (_position > start)
            return;
        throw _position == text.Length ? End() : Unexpected(where);
    }

    private GoValue Word(string word, GoValue value)
    {
        for (var i = 0; i < word.Length; i++, _position++)
        {
            if (_position == text.Length)
                throw End();
            if (text[_position] != word[i])
                throw Unexpected($"in literal {word} (expecting '{word[i]}')");
        }

        return value;
    }

    private void Enter()
    {
        StackGuard.Require();
        if (++_depth > MaximumDepth)
            throw new UnwritableValueException("exceeded max depth");
    }

    private bool TryTake(char c)
    {
        if (_position == text.Length || text[_position] != c)
            return false;
        _position++;
        return true;
    }

    private void Require(char c, string where)
    {
        if (_position == text.Length)
            throw End();
        if (!TryTake(c))
            throw Unexpected(where);
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }

    private static UnwritableValueException End() => new("unexpected end of JSON input");

    private UnwritableValueException Unexpected(string where)
    {
        var c = text[_position];
        return new UnwritableValueException($"invalid character {GoQuoting.Quote(c.ToString(), '\'', isAscii: false)} {where}");
    }
}
