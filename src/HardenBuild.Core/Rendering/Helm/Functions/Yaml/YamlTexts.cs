using HardenBuild.Rendering.Helm.Functions.Dictionaries;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>The texts that a render has read as YAML: charts read the same lists and the same results of <c>include</c> over and over.</summary>
internal sealed class YamlTexts
{
    /// <summary>Of texts that are kept, so that a render does not hold all that it ever made.</summary>
    private const int MaximumCharacters = 16 << 20;

    private readonly Dictionary<string, YamlReading> _read = new(StringComparer.Ordinal);
    private int _characters;

    /// <summary>The first document of a text, without origins. Each call gives a value of its own.</summary>
    public YamlReading Read(string text, RenderBudget budget)
    {
        if (_read.TryGetValue(text, out var known))
            return Copy(known, budget);
        var reading = YamlValueReader.Read(text, null, 1);
        if (_characters + text.Length > MaximumCharacters)
            return reading;
        _characters += text.Length;
        _read.Add(text, reading);
        return Copy(reading, budget);
    }

    private static YamlReading Copy(YamlReading reading, RenderBudget budget) =>
        reading with { Documents = reading.Documents.ConvertAll(document => ValueCopy.Of(document, nodes => budget.Spend(1 + (nodes >> 3)))) };
}
