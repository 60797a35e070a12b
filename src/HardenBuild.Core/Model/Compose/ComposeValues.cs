using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads scalars and lists of a Compose file with variables replaced.</summary>
internal sealed class ComposeValues(ComposeVariables variables)
{
    /// <summary>The text with variables replaced; null when one is unknown.</summary>
    public string? Expand(string text) => ComposeInterpolation.Expand(text, variables);

    /// <summary>What the file alone says: variables count only with their defaults; null when one has none.</summary>
    public static string? ExpandDefaults(string text) => ComposeInterpolation.Expand(text, ComposeVariables.None);

    /// <summary>The value; null when it is absent, unknown or no scalar.</summary>
    public Located<string>? Text(YamlNode? node) =>
        node?.AsScalar is { IsNull: false } scalar && Expand(scalar.Value) is { } value ? new Located<string>(value, scalar.Location) : null;

    /// <summary>The boolean; null when it is absent, unknown or none.</summary>
    public Located<bool>? Boolean(YamlNode? node) =>
        Text(node) is { } text && YamlWords.Yaml11Boolean(text.Value) is { } value ? new Located<bool>(value, text.Location) : null;

    /// <summary>The whole number; null when it is absent, unknown or none.</summary>
    public Located<long>? Integer(YamlNode? node) =>
        Text(node) is { } text && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new Located<long>(value, text.Location) : null;

    /// <summary>The number; null when it is absent, unknown or none.</summary>
    public Located<double>? Number(YamlNode? node) =>
        Text(node) is { } text && double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new Located<double>(value, text.Location) : null;

    /// <summary>The amount of memory in bytes; null when it is absent, unknown or none.</summary>
    public Located<long>? Bytes(YamlNode? node) =>
        Text(node) is { } text && ByteSize.Parse(text.Value) is { } value ? new Located<long>(value, text.Location) : null;

    /// <summary>The scalars of a list in all its layers, each once.</summary>
    /// <param name="isUndetermined">True when some item cannot be told.</param>
    public ImmutableArray<Located<string>> List(ImmutableArray<YamlNode> layers, out bool isUndetermined)
    {
        isUndetermined = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var layer in layers)
        {
            if (layer.AsSequence is not { } sequence)
            {
                isUndetermined = true;
                continue;
            }

            foreach (var item in sequence.Items)
            {
                if (Text(item) is not { } text)
                    isUndetermined = true;
                else if (seen.Add(text.Value))
                    items.Add(text);
            }
        }

        return items.ToImmutable();
    }

    /// <summary>The items of a list or the keys of a mapping.</summary>
    public IEnumerable<Located<string>> Names(ImmutableArray<YamlNode> layers)
    {
        foreach (var layer in layers)
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                if (Text(item) is { } name)
                    yield return name;
            }

            foreach (var member in layer.AsMapping?.EffectiveMembers() ?? [])
            {
                if (member is { Key: { } key, IsMerge: false })
                    yield return new Located<string>(key.Value, key.Location);
            }
        }
    }
}
