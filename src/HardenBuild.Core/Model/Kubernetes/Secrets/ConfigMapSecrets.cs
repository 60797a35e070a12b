using System.Text;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Literal secrets in the data of a ConfigMap.</summary>
internal static class ConfigMapSecrets
{
    private const int LongestBinary = 64 * 1024;

    /// <summary>Each where it stands in the file, in the order of the keys.</summary>
    public static IEnumerable<LocatedSecret> Find(KubernetesObject manifest)
    {
        foreach (var (key, value) in Texts(manifest, "data"))
        {
            if (IsOneLine(value.Value) && LiteralSecret.Find(key, value) is { } secret)
            {
                var isToken = secret.What != LiteralSecret.Describe(secret.Value);
                yield return isToken ? secret : secret with { What = $"{secret.What} as the value of '{key}'" };
                continue;
            }

            // The lines of a long text are found once for all secrets in it.
            int[]? offsets = null;
            foreach (var found in ConfigurationText.Find(key, value.Value))
            {
                offsets ??= value.Offsets() ?? [];
                yield return new LocatedSecret(found.What, LocationOf(value, offsets, found.Span), found.Value);
            }
        }

        foreach (var (key, value) in Texts(manifest, "binaryData"))
        {
            if (Decode(value.Value) is { } text && ConfigurationText.Find(key, text).FirstOrDefault() is { } found)
                yield return new LocatedSecret(found.What, new SourceLocation(value.Source, value.ContentSpan), found.Value);
        }
    }

    /// <summary>The text behind base64; null for what is none.</summary>
    public static string? Decode(string base64)
    {
        if (base64.Length is 0 or > LongestBinary)
            return null;
        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(base64.Trim()));
            return text.Contains('\0') || text.Contains('\uFFFD') ? null : text;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static SourceLocation LocationOf(YamlScalar value, int[] offsets, TextSpan span) =>
        new(value.Source, offsets.Length == 0 ? value.ContentSpan : TextSpan.FromBounds(offsets[span.Start], offsets[span.End - 1] + 1));

    private static IEnumerable<(string Key, YamlScalar Value)> Texts(KubernetesObject manifest, string field)
    {
        var fields = new ManifestFields(manifest.Root[field]);
        if (fields.IsUnknown || fields.Mapping is not { } data)
            yield break;
        foreach (var member in data.EffectiveMembers())
        {
            if (member.Key is { } key && member.Value.AsScalar is { IsNull: false } value)
                yield return (key.Value, value);
        }
    }

    private static bool IsOneLine(string text) => text.TrimEnd('\r', '\n').IndexOf('\n') < 0 || text.Contains("PRIVATE KEY--", StringComparison.Ordinal);
}
