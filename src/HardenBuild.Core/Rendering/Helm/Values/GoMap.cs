using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A map from strings.</summary>
/// <param name="elementType">Go's name of the values' type.</param>
/// <param name="isValues">Of the named type <c>chartutil.Values</c>, which has methods (<c>AsMap</c>, <c>YAML</c>, <c>Table</c>, <c>PathValue</c>) and is no plain map for <c>dig</c>.</param>
internal sealed class GoMap(Dictionary<string, GoValue> entries, string elementType = GoList.AnyType, ValueOrigin? origin = null, bool isValues = false) : GoValue(origin)
{
    public GoMap()
        : this(new Dictionary<string, GoValue>(StringComparer.Ordinal))
    {
    }

    /// <summary>The entries themselves, not a copy. Go goes through them in ordinal order of the keys: <see cref="SortedKeys"/>.</summary>
    public Dictionary<string, GoValue> Entries { get; } = entries;

    public string ElementType { get; } = elementType;

    public bool IsValues { get; } = isValues;

    public override GoKind Kind => GoKind.Map;

    public override string TypeName => IsValues ? "chartutil.Values" : "map[string]" + ElementType;

    public override bool IsTrue => Entries.Count > 0;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoMap(Entries, ElementType, origin, IsValues);

    /// <summary>The keys in the order in which Go prints and ranges over them.</summary>
    public string[] SortedKeys()
    {
        var keys = new string[Entries.Count];
        Entries.Keys.CopyTo(keys, 0);
        // Go compares UTF-8 bytes; ordinal UTF-16 differs only above U+FFFF against U+E000 to U+FFFF.
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }
}
