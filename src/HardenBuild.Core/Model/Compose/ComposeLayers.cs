using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose;

/// <summary>The same mapping in a Compose file and in the files that override it, read as one.</summary>
/// <param name="mappings">From the base to the last override.</param>
/// <remarks>Compose specification, "Merge" and "Reset value": <c>!reset</c> deletes what came before, <c>!override</c> replaces it; null overrides nothing.</remarks>
internal sealed class ComposeLayers(ImmutableArray<YamlMapping> mappings)
{
    /// <summary>The value as the last file that has it says; null when it is absent.</summary>
    public YamlNode? Last(string key) => All(key) is [.., var last] ? last : null;

    /// <summary>The values of a key that count, from the base to the last override, aliases resolved.</summary>
    public ImmutableArray<YamlNode> All(string key)
    {
        var values = ImmutableArray.CreateBuilder<YamlNode>(mappings.Length);
        foreach (var mapping in mappings)
        {
            if (mapping.Find(key) is not { } member)
                continue;
            if (member.Value.Tag is "!reset" or "!override")
                values.Clear();
            if (member.Value.Tag != "!reset" && member.Value.Resolve() is not YamlScalar { IsNull: true })
                values.Add(member.Value.Resolve());
        }

        return values.ToImmutable();
    }

    /// <summary>The mapping under a key; empty when it is absent or something else.</summary>
    public ComposeLayers Nested(string key) => new([.. All(key).Select(value => value.AsMapping).OfType<YamlMapping>()]);

    public bool IsEmpty => mappings.IsEmpty;

    /// <summary>The keys in order of their first appearance, each where it stands first; those reset by an override are left out.</summary>
    public IEnumerable<YamlScalar> Keys()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in mappings)
        {
            foreach (var member in mapping.EffectiveMembers())
            {
                if (member.Key is { } key && !member.IsMerge && seen.Add(key.Value) && !IsReset(key.Value))
                    yield return key;
            }
        }
    }

    private bool IsReset(string key)
    {
        for (var i = mappings.Length - 1; i >= 0; i--)
        {
            if (mappings[i].Find(key) is { } member)
                return member.Value.Tag == "!reset";
        }

        return false;
    }
}
