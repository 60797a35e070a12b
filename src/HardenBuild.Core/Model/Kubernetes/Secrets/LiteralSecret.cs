using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Judges a value by its own form and by the name of its setting.</summary>
internal static class LiteralSecret
{
    // A password in the shortest address: 'a://b:c@d'.
    private const int LeastToken = 9;

    /// <summary>The secret in the value; null where it is none.</summary>
    public static LocatedSecret? Find(string name, YamlScalar value)
    {
        if (FindToken(value) is { } token)
            return token;
        var kind = SecretValues.Classify(name, value.Value);
        if (kind == SecretValue.None && IsPrivateKeyFrame(value.Value))
            kind = SecretValue.Placeholder;
        return kind == SecretValue.None ? null : new LocatedSecret(Describe(kind), new SourceLocation(value.Source, value.ContentSpan), kind);
    }

    /// <summary>A credential of a known form, whatever it is called.</summary>
    public static LocatedSecret? FindToken(YamlScalar value)
    {
        var matches = value.Value.Length < LeastToken ? [] : SecretScanner.Find(value.Value);
        return matches.IsEmpty ? null : new LocatedSecret(matches[0].Description, value.LocationOf(matches[0].Span.Start, matches[0].Span.Length), SecretValue.Literal);
    }

    public static string Describe(SecretValue kind) => kind == SecretValue.Placeholder ? "a placeholder for a secret" : "a secret";

    // A frame without a key in it shows where one will be put.
    private static bool IsPrivateKeyFrame(string text) =>
        text.Contains("--BEGIN ", StringComparison.Ordinal) && text.Contains("PRIVATE KEY--", StringComparison.Ordinal);
}
