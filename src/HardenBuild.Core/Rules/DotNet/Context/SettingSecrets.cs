using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>Literal credentials in a settings file.</summary>
internal static class SettingSecrets
{
    private const int MaxDepth = 32;

    /// <summary>Where they stand, in order, and what they are.</summary>
    public static IEnumerable<(SourceLocation Location, string What)> Find(SourceText settings)
    {
        var matches = SecretScanner.Find(settings.Content);
        foreach (var match in matches)
            yield return (settings.At(match.Span), match.Description);
        foreach (var document in YamlFile.Parse(settings).Documents)
        {
            foreach (var (name, scalar) in Scalars(document.Root, "", MaxDepth))
            {
                if (scalar.Style == YamlScalarStyle.DoubleQuoted && IsSecret(name, scalar.Value) && !matches.Any(match => scalar.Span.Contains(match.Span)))
                    yield return (settings.At(scalar.ContentSpan), $"the value of '{name}'");
            }
        }
    }

    private static IEnumerable<(string Name, YamlScalar Value)> Scalars(YamlNode? node, string name, int depth)
    {
        if (node is YamlScalar scalar)
            yield return (name, scalar);
        if (node is not YamlMapping mapping || depth == 0)
            yield break;
        foreach (var member in mapping.Members)
        {
            foreach (var inner in Scalars(member.Value, member.Key?.Value ?? "", depth - 1))
                yield return inner;
        }
    }

    /// <summary>Passwords may be short; what is only called a key or token must look made by a machine.</summary>
    private static bool IsSecret(string name, string value)
    {
        if (!SecretNames.IsSecret(name) || Placeholder.IsPlaceholder(value) || value.Length < 6 || value.Contains(' ') || value.Contains("://", StringComparison.Ordinal))
            return false;
        var isPassword = name.EndsWith("password", StringComparison.OrdinalIgnoreCase) || name.EndsWith("pwd", StringComparison.OrdinalIgnoreCase) || name.EndsWith("secret", StringComparison.OrdinalIgnoreCase);
        return isPassword || (value.Any(char.IsDigit) && Placeholder.IsRandom(value));
    }
}
