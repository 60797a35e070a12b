using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Annotations;

/// <summary>An annotation or a label.</summary>
internal readonly record struct Annotation(YamlScalar Key, YamlScalar Value)
{
    /// <summary>The key without quotes.</summary>
    public TextSpan Place => Key.ContentSpan;

    /// <summary>What follows a prefix of the key; null where the key does not begin with it.</summary>
    public string? After(string prefix) => Key.Value.StartsWith(prefix, StringComparison.Ordinal) ? Key.Value.Substring(prefix.Length) : null;

    /// <summary>The value is true, in any letter case.</summary>
    public bool IsTrue => "true".Equals(Value.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of the value separated by commas, each with its place.</summary>
    public IEnumerable<(string Text, TextSpan Place)> List()
    {
        var start = 0;
        foreach (var part in Value.Value.Split(','))
        {
            var text = part.Trim();
            if (text.Length > 0)
                yield return (text, Value.LocationOf(start + part.IndexOf(text, StringComparison.Ordinal), text.Length).Span);
            start += part.Length + 1;
        }
    }
}
