using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Dates;
using HardenBuild.Rendering.Helm.Printing;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Toml;

/// <summary>Writes values as BurntSushi's encoder does: sorted, tables after scalars, two blanks a level.</summary>
internal sealed class TomlWriter(RenderBudget budget)
{
    private readonly StringBuilder _text = new();
    private readonly ValueNesting _nesting = new();

    /// <exception cref="UnwritableValueException">The value has no TOML.</exception>
    public string Write(GoValue value)
    {
        if (value is GoObject structure)
            value = structure.JsonValue;
        if (value is not GoMap map)
            throw value is GoNil ? new UnwritableValueException("runtime error: invalid memory address or nil pointer dereference") : NoKey();
        WriteEntries(map, "", 0);
        return _text.ToString();
    }

    private void WriteEntries(GoMap map, string path, int depth)
    {
        _nesting.Enter(map);
        var keys = map.SortedKeys();
        foreach (var key in keys)
        {
            var value = Plain(map.Entries[key]);
            if (value is not GoNil && !IsTable(value))
                WriteKeyValue(key, value, depth);
        }

        foreach (var key in keys)
        {
            var value = Plain(map.Entries[key]);
            var name = path.Length == 0 ? TomlText.Key(key) : path + "." + TomlText.Key(key);
            if (value is GoMap table)
                WriteTable(table, name, depth + 1);
            else if (value is GoList list && IsTable(list))
                WriteTables(list, name, depth + 1);
        }

        _nesting.Leave(map);
    }

    private void WriteTable(GoMap table, string name, int depth)
    {
        if (depth == 1)
            NewLine();
        Indent(depth - 1).Append('[').Append(name).Append("]\n");
        WriteEntries(table, name, depth);
    }

    private void WriteTables(GoList list, string name, int depth)
    {
        foreach (var item in list.Items)
        {
            NewLine();
            Indent(depth - 1).Append("[[").Append(name).Append("]]\n");
            WriteEntries((GoMap)Plain(item), name, depth);
        }
    }

    private void WriteKeyValue(string key, GoValue value, int depth)
    {
        budget.RequireLength(_text.Length);
        Indent(depth).Append(TomlText.Key(key)).Append(" = ");
        WriteElement(value);
        _text.Append('\n');
    }

    private void WriteElement(GoValue value)
    {
        budget.RequireLength(_text.Length);
        switch (Plain(value))
        {
            case GoString text:
                _text.Append(TomlText.Quote(text.Value));
                break;
            case GoBoolean boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case GoInteger { TypeName: "time.Duration" } duration:
                _text.Append(TomlText.Quote(GoDurationText.Format(duration.Value)));
                break;
            case GoInteger integer:
                _text.Append(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case GoFloat number:
                _text.Append(Float(number.Value));
                break;
            case GoTime time:
                _text.Append(GoLayout.Format("2006-01-02T15:04:05.999999999Z07:00", time));
                break;
            case GoList list:
                WriteArray(list);
                break;
            case GoMap map:
                WriteInline(map);
                break;
            default:
                throw new UnwritableValueException("toml: cannot encode array with nil element");
        }
    }

    private void WriteArray(GoList list)
    {
        _nesting.Enter(list);
        _text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0)
                _text.Append(", ");
            WriteElement(list.Items[i]);
        }

        _text.Append(']');
        _nesting.Leave(list);
    }

    // A map inside of an array of other things.
    private void WriteInline(GoMap map)
    {
        _nesting.Enter(map);
        List<string> direct = [], tables = [];
        foreach (var key in map.SortedKeys())
            (IsTable(Plain(map.Entries[key])) ? tables : direct).Add(key);
        direct.AddRange(tables);
        _text.Append('{');
        for (var i = 0; i < direct.Count; i++)
        {
            var value = map.Entries[direct[i]];
            if (value is GoNil)
                continue;
            _text.Append(TomlText.Key(direct[i])).Append(" = ");
            WriteElement(value);
            if (i < direct.Count - 1)
                _text.Append(", ");
        }

        _text.Append('}');
        _nesting.Leave(map);
    }

    private static bool IsTable(GoValue value)
    {
        if (value is not GoList list)
            return value is GoMap;
        var areAllMaps = list.Items.Count > 0;
        foreach (var item in list.Items)
        {
            if (item is GoNil)
                throw new UnwritableValueException("toml: cannot encode array with nil element");
            areAllMaps &= Plain(item) is GoMap;
        }

        return areAllMaps;
    }

    // A struct is a table of its fields; a time is a value of its own.
    private static GoValue Plain(GoValue value) => value is GoObject and not GoTime ? ((GoObject)value).JsonValue : value;

    private static string Float(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value < 0 ? "-inf" : "inf";
        var text = GoFloatText.Format(value, 'f', -1);
        return text.IndexOf('.') < 0 ? text + ".0" : text;
    }

    private void NewLine()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    private StringBuilder Indent(int depth) => _text.Append(' ', 2 * depth);

    private static UnwritableValueException NoKey() => new("toml: top-level values must be Go maps or structs");
}
