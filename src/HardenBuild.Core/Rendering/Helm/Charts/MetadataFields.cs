using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>The fields of a YAML mapping as Go's decoder puts them into a struct: names in any case, numbers and booleans as strings where a string is due.</summary>
/// <param name="map">The mapping.</param>
/// <param name="type">The name of the struct, for messages.</param>
/// <param name="place">The mapping itself, for fields without a place of their own.</param>
internal sealed class MetadataFields(GoMap map, string type, SourceLocation place)
{
    public GoMap Map => map;

    public GoValue? Find(string name)
    {
        if (map.Entries.TryGetValue(name, out var exact))
            return exact;
        foreach (var entry in map.Entries)
        {
            if (string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase))
                return entry.Value;
        }

        return null;
    }

    /// <summary>Where a field's value is written; the mapping where the field is absent.</summary>
    public SourceLocation LocationOf(string name) => Find(name)?.Origin?.Location ?? place;

    /// <exception cref="ChartException">The field holds a collection.</exception>
    public string Text(string name) => Find(name) is { } value ? Text(value, name) : "";

    public bool Flag(string name) => Find(name) switch
    {
        null or GoNil => false,
        GoBoolean flag => flag.Value,
        { } other => throw Mismatch(other, name, "bool"),
    };

    public ImmutableArray<string> Texts(string name)
    {
        var items = Items(name);
        var texts = ImmutableArray.CreateBuilder<string>(items.Count);
        foreach (var item in items)
            texts.Add(Text(item, name));
        return texts.ToImmutable();
    }

    public List<GoValue> Items(string name) => Find(name) switch
    {
        null or GoNil => [],
        GoList list => list.Items,
        { } other => throw Mismatch(other, name, "[]" + name),
    };

    public ImmutableSortedDictionary<string, string> Annotations(string name)
    {
        switch (Find(name))
        {
            case null or GoNil:
                return ImmutableSortedDictionary<string, string>.Empty;
            case GoMap found:
                var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                foreach (var entry in found.Entries)
                    texts[entry.Key] = Text(entry.Value, name);
                return texts.ToImmutable();
            case { } other:
                throw Mismatch(other, name, "map[string]string");
        }
    }

    public ChartException Mismatch(GoValue value, string name, string wanted)
    {
        var found = value switch
        {
            GoMap => "object",
            GoList => "array",
            GoBoolean => "bool",
            GoFloat => "number",
            _ => "string",
        };
        return new ChartException(
            ChartErrorKind.Unreadable,
            value.Origin?.Location ?? place,
            $"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {found} into Go struct field {type}.{name} of type {wanted}");
    }

    private string Text(GoValue value, string name) => value switch
    {
        GoString text => text.Value,
        GoNil => "",
        GoBoolean flag => flag.Value ? "true" : "false",
        GoFloat { Value: var number } when Math.Abs(number) < 1e15 && Math.Floor(number) == number => ((long)number).ToString(CultureInfo.InvariantCulture),
        GoFloat number => GoNumberText.General(number.Value),
        _ => throw Mismatch(value, name, "string"),
    };
}
