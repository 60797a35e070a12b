using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Toml;

/// <summary>Reads TOML 1.0 (toml.io/en/v1.0.0): tables and keys; values are read by <see cref="TomlValueReader"/>.</summary>
internal sealed class TomlReader(string text)
{
    private readonly TomlValueReader _values = new(text.Replace("\r\n", "\n"));

    // Tables that were opened by a header, which may come only once.
    private readonly HashSet<object> _defined = [];

    /// <exception cref="UnwritableValueException">The text is not TOML.</exception>
    public GoMap Read()
    {
        var root = new GoMap();
        var table = root;
        while (true)
        {
            _values.SkipBlankLines();
            if (_values.IsAtEnd)
                return root;
            if (_values.TryTake('['))
                table = Header(root);
            else
                KeyValue(table);
            _values.EndLine();
        }
    }

    private GoMap Header(GoMap root)
    {
        var isArray = _values.TryTake('[');
        var keys = _values.Keys();
        _values.Require(']');
        if (isArray)
            _values.Require(']');
        var parent = root;
        for (var i = 0; i < keys.Count - 1; i++)
            parent = Descend(parent, keys[i]);
        var last = keys[keys.Count - 1];
        if (isArray)
            return Append(parent, last);
        var table = Descend(parent, last);
        if (!_defined.Add(table.Entries))
            throw _values.Error($"Key '{string.Join(".", keys)}' has already been defined.");
        return table;
    }

    private GoMap Append(GoMap parent, string key)
    {
        if (!parent.Entries.TryGetValue(key, out var present))
            parent.Entries.Add(key, present = new GoList([], "map[string]interface {}"));
        if (present is not GoList { ElementType: "map[string]interface {}" } list)
            throw _values.Error($"Key '{key}' was already created and cannot be used as an array.");
        var table = new GoMap();
        list.Items.Add(table);
        return table;
    }

    private void KeyValue(GoMap table)
    {
        var keys = _values.Keys();
        _values.Require('=');
        TomlValueReader.Assign(_values, table, keys, _values.Value());
    }

    private GoMap Descend(GoMap parent, string key)
    {
        if (!parent.Entries.TryGetValue(key, out var present))
            parent.Entries.Add(key, present = new GoMap());
        return present switch
        {
            GoMap map => map,
            GoList { ElementType: "map[string]interface {}", Items: { Count: > 0 } items } => (GoMap)items[items.Count - 1],
            _ => throw _values.Error($"Key '{key}' has already been defined."),
        };
    }
}
