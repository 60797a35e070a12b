using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>environment</c>, <c>labels</c>, <c>sysctls</c> and the like, written as a mapping or as a list of <c>NAME=value</c>.</summary>
internal static class ComposeNamedValues
{
    /// <summary>The pairs of all layers; a later layer replaces one of the same name.</summary>
    public static ImmutableArray<NamedValue> Read(ImmutableArray<YamlNode> layers, ComposeValues values)
    {
        var pairs = new List<NamedValue>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var pair in ReadLayer(layer, values))
            {
                if (places.TryGetValue(pair.Name.Value, out var place))
                {
                    pairs[place] = pair;
                }
                else
                {
                    places.Add(pair.Name.Value, pairs.Count);
                    pairs.Add(pair);
                }
            }
        }

        return [.. pairs];
    }

    private static IEnumerable<NamedValue> ReadLayer(YamlNode layer, ComposeValues values)
    {
        foreach (var member in layer.AsMapping?.EffectiveMembers() ?? [])
        {
            if (member.Key is { } key && !member.IsMerge && member.Value.AsScalar is { } value)
                yield return Create(new Located<string>(key.Value, key.Location), value.IsNull ? null : value.Value, value.Location, values);
        }

        foreach (var item in layer.AsSequence?.Items ?? [])
        {
            if (item.AsScalar is not { Value.Length: > 0 } scalar)
                continue;
            var equals = scalar.Value.IndexOf('=');
            var name = equals < 0 ? scalar.Value : scalar.Value.Substring(0, equals);
            var located = new Located<string>(name, scalar.LocationOf(0, name.Length));
            yield return equals < 0
                ? Create(located, null, located.Location, values)
                : Create(located, scalar.Value.Substring(equals + 1), scalar.LocationOf(equals + 1, scalar.Value.Length - equals - 1), values);
        }
    }

    private static NamedValue Create(Located<string> name, string? raw, SourceLocation location, ComposeValues values)
    {
        if (raw is null)
            return new NamedValue(name, null, null);
        var value = values.Expand(raw);
        var literal = ComposeValues.ExpandDefaults(raw);
        return new NamedValue(name, value is null ? null : new Located<string>(value, location), literal is null ? null : new Located<string>(literal, location));
    }
}
