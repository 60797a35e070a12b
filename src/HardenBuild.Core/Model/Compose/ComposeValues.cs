using System.Collections.Immutable;
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
}
