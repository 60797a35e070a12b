using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Dates;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Toml;

/// <summary>Reads keys and values of TOML.</summary>
internal sealed class TomlValueReader(string text)
{
    private const int MaximumDepth = 500;

    private static readonly string[] DateLayouts =
    [
        "2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00",
        "2006-01-02 15:04:05.999999999", "2006-01-02", "15:04:05.999999999",
    ];

    private int _position;
    private int _depth;

    public bool IsAtEnd => _position >= text.Length;

    private char Current => _position < text.Length ? text[_position] : '\0';

    public UnwritableValueException Error(string problem)
    {
        var line = 1;
        for (var i = 0; i < _position && i < text.Length; i++)
            line += text[i] == '\n' ? 1 : 0;
        return new UnwritableValueException("toml: line " + line.ToString(CultureInfo.InvariantCulture) + ": " + problem);
    }

    /// <summary>Puts a value where a dotted key leads.</summary>
    public static void Assign(TomlValueReader reader, GoMap table, List<string> keys, GoValue value)
    {
        for (var i = 0; i < keys.Count - 1; i++)
        {
            if (!table.Entries.TryGetValue(keys[i], out var inner))
                table.Entries.Add(keys[i], inner = new GoMap());
            table = inner as GoMap ?? throw reader.Error($"Key '{keys[i]}' has already been defined.");
        }

        var last = keys[keys.Count - 1];
        if (table.Entries.ContainsKey(last))
            throw reader.Error($"Key '{last}' has already been defined.");
        table.Entries.Add(last, value);
    }

    public bool TryTake(char c)
    {
        if (Current != c || IsAtEnd)
            return false;
        _position++;
        return true;
    }

    public void Require(char c)
    {
        SkipBlanks();
        if (!TryTake(c))
            throw Error(IsAtEnd ? $"unexpected EOF; expected '{c}'" : $"expected '{c}', but got '{Current}' instead");
    }

    public void SkipBlankLines()
    {
        while (!IsAtEnd)
        {
            SkipBlanks();
            SkipComment();
            if (!TryTake('\n'))
                return;
        }
    }

    public void EndLine()
    {
        SkipBlanks();
        SkipComment();
        if (!IsAtEnd && !TryTake('\n'))
            throw Error($"expected a top-level item to end with a newline, comment, or EOF, but got '{Current}' instead");
    }

    public List<string> Keys()
    {
        List<string> keys = [];
        do
        {
            SkipBlanks();
            keys.Add(Key());
            SkipBlanks();
        }
        while (TryTake('.'));
        return keys;
    }

    public GoValue Value()
    {
        SkipBlanks();
        switch (Current)
        {
            case '"' or '\'':
                return new GoString(String());
            case '[':
                return Array();
            case '{':
                return InlineTable();
            default:
                return Word();
        }
    }

    private string Key()
    {
        if (Current is '"' or '\'')
            return String();
        var start = _position;
        while (!IsAtEnd && TomlText.IsBare(Current))
            _position++;
        if (_position == start)
            throw Error(IsAtEnd ? "unexpected EOF" : $"expected a key, but got '{Current}' instead");
        return text.Substring(start, _position - start);
    }

    private GoList Array()
    {
        Enter();
        _position++;
        List<GoValue> items = [];
        while (true)
        {
            SkipBlankLines();
            if (TryTake(']'))
                break;
            items.Add(Value());
            SkipBlankLines();
            if (TryTake(','))
                continue;
            Require(']');
            break;
        }

        _depth--;
        return new GoList(items);
    }

    private GoMap InlineTable()
    {
        Enter();
        _position++;
        var table = new GoMap();
        SkipBlanks();
        if (!TryTake('}'))
        {
            do
            {
                var keys = Keys();
                Require('=');
                Assign(this, table, keys, Value());
                SkipBlanks();
            }
            while (TryTake(','));
            Require('}');
        }

        _depth--;
        return table;
    }

    private GoValue Word()
    {
        var start = _position;
        while (!IsAtEnd && Current is not (',' or ']' or '}' or '#' or '\n' or ' ' or '\t'))
            _position++;
        // A date may have a blank before its time.
        if (_position - start == 10 && Current == ' ' && _position + 1 < text.Length && text[_position + 1] is >= '0' and <= '9' && text[start + 4] == '-')
        {
            _position++;
            while (!IsAtEnd && Current is not (',' or ']' or '}' or '#' or '\n' or ' ' or '\t'))
                _position++;
        }

        var word = text.Substring(start, _position - start);
        switch (word)
        {
            case "true":
                return GoBoolean.True;
            case "false":
                return GoBoolean.False;
            case "inf" or "+inf":
                return new GoFloat(double.PositiveInfinity);
            case "-inf":
                return new GoFloat(double.NegativeInfinity);
            case "nan" or "+nan" or "-nan":
                return new GoFloat(double.NaN);
        }

        return Number(word) ?? Date(word) ?? throw Error(word.Length == 0 ? "expected value but found '" + Current + "' instead" : $"expected value but found \"{word}\" instead");
    }

    private static GoValue? Number(string word)
    {
        if (word.Length == 0 || word[0] is not ('+' or '-' or (>= '0' and <= '9')))
            return null;
        var digits = word.Replace("_", "");
        var unsigned = digits.TrimStart('+', '-');
        var hasPrefix = unsigned.Length > 1 && unsigned[0] == '0' && unsigned[1] is 'x' or 'o' or 'b';
        // A number in decimal has no zero before it.
        if (!hasPrefix && unsigned.Length > 1 && unsigned[0] == '0' && unsigned[1] is >= '0' and <= '9')
            return null;
        if (GoNumberText.ParseInteger(digits) is { } integer)
            return new GoInteger(integer, GoKind.Int64);
        return GoNumberText.ParseFloat(digits) is { } number ? new GoFloat(number) : null;
    }

    private static GoTime? Date(string word)
    {
        foreach (var layout in DateLayouts)
        {
            if (GoLayout.TryParse(layout, word, out var time))
                return time;
        }

        return null;
    }

    private string String()
    {
        var quote = Current;
        if (string.CompareOrdinal(text, _position, new string(quote, 3), 0, 3) == 0)
            return LongString(quote);
        _position++;
        var decoded = new StringBuilder();
        while (true)
        {
            if (IsAtEnd || Current == '\n')
                throw Error("strings cannot contain newlines");
            if (TryTake(quote))
                return decoded.ToString();
            if (quote == '"' && Current == '\\')
                Escape(decoded, isLong: false);
            else
                decoded.Append(text[_position++]);
        }
    }

    private string LongString(char quote)
    {
        _position += 3;
        TryTake('\n');
        var decoded = new StringBuilder();
        while (true)
        {
            if (IsAtEnd)
                throw Error("unexpected EOF; expected '" + new string(quote, 3) + "'");
            if (Current == quote)
            {
                var end = _position;
                while (end < text.Length && text[end] == quote)
                    end++;
                // Up to two quotes may stand before the closing ones.
                var count = Math.Min(5, end - _position);
                _position += count;
                decoded.Append(quote, count >= 3 ? count - 3 : count);
                if (count >= 3)
                    return decoded.ToString();
            }
            else if (quote == '"' && Current == '\\')
            {
                Escape(decoded, isLong: true);
            }
            else
            {
                decoded.Append(text[_position++]);
            }
        }
    }

    private void Escape(StringBuilder decoded, bool isLong)
    {
        _position++;
        var c = Current;
        _position++;
        switch (c)
        {
            case 'b':
                decoded.Append('\b');
                break;
            case 't':
                decoded.Append('\t');
                break;
            case 'n':
                decoded.Append('\n');
                break;
            case 'f':
                decoded.Append('\f');
                break;
            case 'r':
                decoded.Append('\r');
                break;
            case 'e':
                decoded.Append('\u001B');
                break;
            case '"' or '\\':
                decoded.Append(c);
                break;
            case 'u' or 'U':
                Unicode(decoded, c == 'u' ? 4 : 8);
                break;
            case ' ' or '\t' or '\n' when isLong:
                while (!IsAtEnd && Current is ' ' or '\t' or '\n')
                    _position++;
                break;
            default:
                throw Error("invalid escape character '" + c + "'");
        }
    }

    private void Unicode(StringBuilder decoded, int digits)
    {
        long character = 0;
        for (var i = 0; i < digits; i++, _position++)
        {
            var digit = Current switch
            {
                >= '0' and <= '9' => Current - '0',
                >= 'a' and <= 'f' => Current - 'a' + 10,
                >= 'A' and <= 'F' => Current - 'A' + 10,
                _ => throw Error("expected hexadecimal digits in an escape sequence"),
            };
            character = (character << 4) | (uint)digit;
        }

        if (character is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            throw Error("escape sequence is not a valid Unicode character");
        decoded.Append(char.ConvertFromUtf32((int)character));
    }

    private void Enter()
    {
        StackGuard.Require();
        if (++_depth > MaximumDepth)
            throw Error("values are nested too deeply");
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd && Current is ' ' or '\t')
            _position++;
    }

    private void SkipComment()
    {
        if (Current == '#')
            _position = text.IndexOf('\n', _position) is >= 0 and var end ? end : text.Length;
    }
}
