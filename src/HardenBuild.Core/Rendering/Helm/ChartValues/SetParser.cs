using System.Globalization;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Reads <c>a.b=c</c>, <c>a[0].b=c</c>, <c>a={x,y}</c> and their lists into values.</summary>
/// <remarks>Helm's pkg/strvals, limits and messages included.</remarks>
internal sealed class SetParser
{
    private const int MaxIndex = 65536;
    private const int MaxDepth = 30;

    private readonly SetReader _reader;
    private readonly SetValueReader _values;

    private SetParser(SetArgument argument)
    {
        _reader = new SetReader(argument);
        _values = new SetValueReader(_reader);
    }

    /// <summary>Adds the values of an argument.</summary>
    /// <exception cref="ChartException">The argument is malformed, or asks for a key of something that is no map.</exception>
    public static void Apply(SetArgument argument, GoMap values)
    {
        var parser = new SetParser(argument);
        while (!parser._reader.IsAtEnd)
        {
            parser._reader.StartKey();
            if (!parser.ReadKey(values, 0))
                break;
        }
    }

    /// <summary>Reads a key and all that belongs to it.</summary>
    /// <returns>False at the end of the text.</returns>
    private bool ReadKey(GoMap map, int depth)
    {
        var last = _reader.ReadUntil(_reader.IsLiteral ? "=[." : "=[,.", out var key);
        switch (last)
        {
            case SetReader.EndOfText:
                return key.Length == 0 ? false : throw _reader.Error($"key \"{key}\" has no value");
            case '[':
                var list = map.Entries.TryGetValue(key, out var present) ? ListOf(present) : [];
                ReadItem(list, ReadIndex(), depth);
                Set(map, key, list);
                return true;
            case '=':
                return ReadValueOf(map, key);
            case ',':
                throw _reader.Error($"key \"{key}\" has no value (cannot end with ,)");
            default:
                return ReadInner(map, key, depth + 1);
        }
    }

    private bool ReadInner(GoMap map, string key, int depth)
    {
        if (depth > MaxDepth)
            throw _reader.Error($"value name nested level is greater than maximum supported nested level of {MaxDepth}");
        var inner = map.Entries.TryGetValue(key, out var present)
            ? present as GoMap ?? throw _reader.Error($"unable to parse key: interface conversion: interface {{}} is {TypeOf(present)}, not map[string]interface {{}}")
            : new GoMap();
        var goesOn = ReadKey(inner, depth);
        if (goesOn && inner.Entries.Count == 0)
            throw _reader.Error($"key map \"{key}\" has no value");
        if (inner.Entries.Count != 0 && key.Length > 0)
            map.Entries[key] = inner;
        return goesOn;
    }

    private bool ReadValueOf(GoMap map, string key)
    {
        // Helm stops at an empty value that ends the argument.
        var isEnd = _reader.IsAtEnd && _reader.Argument.Kind != SetArgumentKind.Json;
        Set(map, key, _values.Read());
        return !isEnd;
    }

    private void ReadItem(List<GoValue> list, int index, int depth)
    {
        var last = _reader.ReadUntil("[.=", out var rest);
        if (rest.Length > 0)
            throw _reader.Error($"unexpected data at end of array index: \"{rest}\"");
        switch (last)
        {
            case '=':
                SetItem(list, index, _values.Read());
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
        if (_reader.ReadUntil("]", out var digits) == SetReader.EndOfText)
            throw _reader.Error("error parsing index: EOF");
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            throw _reader.Error($"error parsing index: strconv.Atoi: parsing \"{digits}\": invalid syntax");
        if (index < 0)
            throw _reader.Error($"negative {index} index not allowed");
        return index;
    }

    private void SetItem(List<GoValue> list, int index, GoValue value)
    {
        if (index > MaxIndex)
            throw _reader.Error($"index of {index} is greater than maximum supported index of {MaxIndex}");
        while (list.Count <= index)
            list.Add(GoNil.Null);
        list[index] = value;
    }

    private List<GoValue> ListOf(GoValue value) => value is GoList list
        ? list.Items
        : throw _reader.Error($"unable to parse key: interface conversion: interface {{}} is {TypeOf(value)}, not []interface {{}}");

    private void Set(GoMap map, string key, List<GoValue> list) => Set(map, key, new GoList(list, origin: _reader.OriginOfKey()));

    private static void Set(GoMap map, string key, GoValue value)
    {
        // An empty key is read and forgotten.
        if (key.Length > 0)
            map.Entries[key] = value;
    }

    private static string TypeOf(GoValue value) => value is GoNil ? "nil" : value.TypeName;
}
