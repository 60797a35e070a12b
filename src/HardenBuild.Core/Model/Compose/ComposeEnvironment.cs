using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>environment</c> and <c>build.args</c>, written as a mapping or as a list of <c>NAME=value</c>.</summary>
internal static class ComposeEnvironment
{
    /// <summary>The variables of all layers; a later layer replaces a variable of the same name.</summary>
    public static ImmutableArray<EnvironmentVariable> Read(ImmutableArray<YamlNode> layers, ComposeValues values)
    {
        var variables = new List<EnvironmentVariable>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var variable in ReadLayer(layer, values))
            {
                if (places.TryGetValue(variable.Name.Value, out var place))
                {
                    variables[place] = variable;
                }
                else
                {
                    places.Add(variable.Name.Value, variables.Count);
                    variables.Add(variable);
                }
            }
        }

        return [.. variables];
    }

    private static IEnumerable<EnvironmentVariable> ReadLayer(YamlNode layer, ComposeValues values)
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

    private static EnvironmentVariable Create(Located<string> name, string? raw, SourceLocation location, ComposeValues values)
    {
        if (raw is null)
            return new EnvironmentVariable(name, null, null);
        var value = values.Expand(raw);
        var literal = ComposeValues.ExpandDefaults(raw);
        return new EnvironmentVariable(name, value is null ? null : new Located<string>(value, location), literal is null ? null : new Located<string>(literal, location));
    }
}
