using System.Globalization;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Reads <c>a.b=c</c>, <c>a[0].b=c</c>, <c>a={x,y}</c> and their lists into values.</summary>
/// <remarks>Helm's pkg/strvals, limits and messages included.</remarks>
internal sealed class SetParser
{
    private const int MaxIndex = 65536;
    private const int MaxDepth = 30;
    private const char EndOfText = '\uFFFF';

    private readonly SetArgument _argument;
    private readonly SourceText _source;
    private readonly string _text;
    private int _position;
    private int _keyStart;

    private SetParser(SetArgument argument)
    {
        _argument = argument;
        _source = argument.ToSource();
        _text = argument.Text;
    }

    private bool IsLiteral => _argument.Kind == SetArgumentKind.Literal;

    private bool IsAtEnd => _position >= _text.Length;

    /// <summary>Adds the values of an argument.</summary>
    /// <exception cref="ChartException">The argument is malformed, or asks for a key of something that is no map.</exception>
    public static void Apply(SetArgument argument, GoMap values)
    {
        var parser = new SetParser(argument);
        while (!parser.IsAtEnd)
        {
            parser._keyStart = parser._position;
            if (!parser.ReadKey(values, 0))
                break;
        }
    }

    /// <summary>Reads a key and all that belongs to it.</summary>
    /// <returns>False at the end of the text.</returns>
    private bool ReadKey(GoMap map, int depth)
    {
        var last = ReadUntil(IsLiteral ? "=[." : "=[,.", out var key);
        switch (last)
        {
            case EndOfText:
                return key.Length == 0 ? false : throw Error($"key \"{key}\" has no value");
            case '[':
                var list = map.Entries.TryGetValue(key, out var present) ? ListOf(present) : [];
                ReadItem(list, ReadIndex(), depth);
                Set(map, key, list);
                return true;
            case '=':
                return ReadValueOf(map, key);
            case ',':
                throw Error($"key \"{key}\" has no value (cannot end with ,)");
            default:
                return ReadInner(map, key, depth + 1);
        }
    }

    private bool ReadInner(GoMap map, string key, int depth)
    {
        if (depth > MaxDepth)
            throw Error($"value name nested level is greater than maximum supported nested level of {MaxDepth}");
        var inner = map.Entries.TryGetValue(key, out var present)
            ? present as GoMap ?? throw Error($"unable to parse key: interface conversion: interface {{}} is {TypeOf(present)}, not map[string]interface {{}}")
            : new GoMap();
        var goesOn = ReadKey(inner, depth);
        if (goesOn && inner.Entries.Count == 0)
            throw Error($"key map \"{key}\" has no value");
        if (inner.Entries.Count != 0 && key.Length > 0)
            map.Entries[key] = inner;
        return goesOn;
    }

    private bool ReadValueOf(GoMap map, string key)
    {
        if (_argument.Kind == SetArgumentKind.Json)
        {
            Set(map, key, ReadJson());
            return true;
        }

        if (IsAtEnd)
        {
            Set(map, key, Located("", _position));
            return false;
        }

        Set(map, key, ReadList() is { } list ? list : ReadScalar());
        return true;
    }

    private void ReadItem(List<GoValue> list, int index, int depth)
    {
        var last = ReadUntil("[.=", out var rest);
        if (rest.Length > 0)
            throw Error($"unexpected data at end of array index: \"{rest}\"");
        switch (last)
        {
            case '=':
                SetItem(list, index, _argument.Kind == SetArgumentKind.Json ? ReadJson() : IsAtEnd ? Located("", _position) : ReadList() is { } values ? values : ReadScalar());
                break;
            case '[':
                var next = ReadIndex();
                var inner = index < list.Count && list[index] is not GoNil ? ListOf(list[index]) : [];
                ReadItem(inner, next, depth);
                SetItem(list, index, new GoList(inner));
                break;
            case '.':
                var map = index < list.Count && list[index] is GoMap present ? present : new GoMap();
                // Helm forgets a new item whose last key has no value.
                if (ReadKey(map, depth))
                    SetItem(list, index, map);
                break;
        }
    }

    private int ReadIndex()
    {
        if (ReadUntil("]", out var digits) == EndOfText)
            throw Error("error parsing index: EOF");
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            throw Error($"error parsing index: strconv.Atoi: parsing \"{digits}\": invalid syntax");
        if (index < 0)
            throw Error($"negative {index} index not allowed");
        return index;
    }

    private void SetItem(List<GoValue> list, int index, GoValue value)
    {
        if (index > MaxIndex)
            throw Error($"index of {index} is greater than maximum supported index of {MaxIndex}");
        while (list.Count <= index)
            list.Add(GoNil.Null);
        list[index] = value;
    }

    private GoList? ReadList()
    {
        if (IsLiteral || _text[_position] != '{')
            return null;
        var start = _position++;
        List<GoValue> items = [];
        for (; ; )
        {
            var itemStart = _position;
            var last = ReadUntil(",}", out var item);
            if (last == EndOfText)
                throw Error("list must terminate with '}'");
            items.Add(Typed(item, itemStart));
            if (last != '}')
                continue;
            if (!IsAtEnd && _text[_position] == ',')
                _position++;
            return new GoList(items, origin: OriginAt(start));
        }
    }

    private GoValue ReadScalar()
    {
        var start = _position;
        if (!IsLiteral)
        {
            ReadUntil(",", out var text);
            return Typed(text, start);
        }

        _position = _text.Length;
        return Located(_text.Substring(start), start);
    }

    private GoValue ReadJson()
    {
        if (SkipBlanks())
            return GoNil.Null.WithOrigin(OriginAt(_position));
        var start = _position;
        if (JsonText.Read(_source, ref _position, Path()) is not { } value)
            throw Error("invalid character in JSON value");
        SkipBlanks();
        return value is GoMap or GoList ? value : value.WithOrigin(OriginAt(start));
    }

    /// <summary>Skips white space and one comma.</summary>
    /// <returns>Whether there was a comma or the end of the text, so that nothing stands here.</returns>
    private bool SkipBlanks()
    {
        for (; !IsAtEnd; _position++)
        {
            if (_text[_position] == ',')
            {
                _position++;
                return true;
            }

            if (!char.IsWhiteSpace(_text[_position]))
                return false;
        }

        return true;
    }

    private GoValue Typed(string text, int start)
    {
        if (_argument.Kind == SetArgumentKind.Text)
            return Located(text, start);
        var origin = OriginAt(start);
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return new GoBoolean(true, origin);
        if (text.Equals("false", StringComparison.OrdinalIgnoreCase))
            return new GoBoolean(false, origin);
        if (text.Equals("null", StringComparison.OrdinalIgnoreCase))
            return GoNil.Null.WithOrigin(origin);
        if ((text == "0" || (text.Length > 0 && text[0] != '0')) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new GoInteger(number, GoKind.Int64, origin);
        return new GoString(text, origin);
    }

    private GoString Located(string text, int start) => new(text, OriginAt(start));

    private ValueOrigin OriginAt(int start) => new(_source.At(TextSpan.FromBounds(Math.Min(start, _position), _position)), Path());

    private string Path()
    {
        var equals = _text.IndexOf('=', _keyStart);
        return equals < 0 ? _text.Substring(_keyStart) : _text.Substring(_keyStart, equals - _keyStart);
    }

    private char ReadUntil(string stops, out string text)
    {
        var start = _position;
        System.Text.StringBuilder? unescaped = null;
        for (; !IsAtEnd; _position++)
        {
            var c = _text[_position];
            if (stops.Contains(c))
            {
                text = unescaped?.ToString() ?? _text.Substring(start, _position - start);
                _position++;
                return c;
            }

            if (c == '\\' && !IsLiteral)
            {
                unescaped ??= new System.Text.StringBuilder(_text, start, _position - start, 64);
                _position++;
                if (IsAtEnd)
                    break;
                unescaped.Append(_text[_position]);
            }
            else
            {
                unescaped?.Append(c);
            }
        }

        text = unescaped?.ToString() ?? _text.Substring(start, Math.Min(_position, _text.Length) - start);
        _position = _text.Length;
        return EndOfText;
    }

    private List<GoValue> ListOf(GoValue value) => value is GoList list
        ? list.Items
        : throw Error($"unable to parse key: interface conversion: interface {{}} is {TypeOf(value)}, not []interface {{}}");

    private void Set(GoMap map, string key, List<GoValue> list) => Set(map, key, new GoList(list, origin: OriginAt(_keyStart)));

    private static void Set(GoMap map, string key, GoValue value)
    {
        // An empty key is read and forgotten.
        if (key.Length > 0)
            map.Entries[key] = value;
    }

    private static string TypeOf(GoValue value) => value is GoNil ? "nil" : value.TypeName;

    private ChartException Error(string message) =>
        new(ChartErrorKind.Values, _source.At(TextSpan.FromBounds(Math.Min(_keyStart, _text.Length), _text.Length)), $"failed parsing {_argument.Option} data: {message}");
}
