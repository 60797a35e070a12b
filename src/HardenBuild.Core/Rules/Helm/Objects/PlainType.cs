using System.Globalization;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>What a plain scalar is to the YAML 1.1 reader of Helm and Kubernetes.</summary>
internal static class PlainType
{
    /// <summary><c>boolean</c> or <c>number</c>; null for a text, a null and whatever stands in quotes.</summary>
    public static string? Of(YamlScalar scalar) =>
        !scalar.IsUntypedPlain || scalar.IsNull ? null
        : scalar.AsYaml11Boolean is not null ? "boolean"
        : IsNumber(scalar.Value) ? "number"
        : null;

    /// <summary>A word that becomes another text on its way through the values: <c>yes</c> is printed as <c>true</c>, <c>0123</c> as <c>83</c>, <c>1_000</c> as <c>1000</c>.</summary>
    public static bool ChangesText(string word) =>
        YamlWords.Yaml11Boolean(word) is { } flag ? word != (flag ? "true" : "false")
        : YamlWords.Integer(word) is { } number ? number.ToString(CultureInfo.InvariantCulture) != word && word.Length < 16
        : false;

    // yaml.org/type/float.html (YAML 1.1), decimal notations.
    private static bool IsNumber(string text) =>
        YamlWords.Integer(text) is not null
        || (text.Length > 0 && text[0] is '-' or '+' or '.' or (>= '0' and <= '9') && (text.Contains('.') || text.IndexOfAny(['e', 'E']) >= 0)
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _));
}
