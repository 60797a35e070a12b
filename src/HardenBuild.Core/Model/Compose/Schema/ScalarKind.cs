using System.Globalization;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose.Schema;

/// <summary>Tells the types of single values apart.</summary>
internal static class ScalarKind
{
    /// <summary>The type by YAML 1.2's core schema, as Compose's reader (go-yaml 3) applies it; none for a value whose tag says something of its own.</summary>
    public static ScalarKinds Of(YamlScalar scalar)
    {
        if (scalar.IsNull)
            return ScalarKinds.Null;
        if (!scalar.IsUntypedPlain)
            return scalar.Tag is null or "tag:yaml.org,2002:str" or "!override" ? ScalarKinds.Text : ScalarKinds.None;
        if (scalar.AsBoolean is not null)
            return ScalarKinds.Boolean;
        if (scalar.AsInteger is not null)
            return ScalarKinds.Integer;
        return IsFloat(scalar.Value) ? ScalarKinds.Float : ScalarKinds.Text;
    }

    private static bool IsFloat(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E'))
                return false;
        }

        return text.Length > 0 && text[0] is not ('e' or 'E')
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }
}
