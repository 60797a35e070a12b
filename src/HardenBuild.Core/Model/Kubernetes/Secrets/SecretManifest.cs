using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>The values that a Secret holds in its file.</summary>
internal static class SecretManifest
{
    /// <summary>SOPS adds its own member to the object and leaves no value in the clear.</summary>
    public static bool IsEncrypted(KubernetesObject manifest) => manifest.Root["sops"] is not null;

    /// <summary>The file lies among tests, whose secrets open nothing.</summary>
    public static bool IsFixture(string path)
    {
        foreach (var folder in path.Split('/'))
        {
            if (folder is "test" or "tests" or "testing" or "testdata" or "fixtures" or "__tests__" or "e2e" or "spec" or "mocks")
                return true;
        }

        return false;
    }

    /// <summary>The keys, by their names, whose values are written in the file; public certificates and placeholders of templates are left out.</summary>
    public static IEnumerable<LocatedSecret> Literals(KubernetesObject manifest)
    {
        foreach (var field in (string[])["data", "stringData"])
        {
            var fields = new ManifestFields(manifest.Root[field]);
            if (fields.IsUnknown || fields.Mapping is not { } data)
                continue;
            foreach (var member in data.EffectiveMembers())
            {
                if (member.Key is not { } key || member.Value.AsScalar is not { IsNull: false } value || Classify(key.Value, value, field == "data") is not { } kind)
                    continue;
                yield return new LocatedSecret(key.Value, key.Location, kind);
            }
        }
    }

    private static SecretValue? Classify(string key, YamlScalar value, bool isEncoded)
    {
        var written = value.Value.Trim();
        if (written.Length == 0 || SecretValues.IsFilledIn(written) || IsPublic(key))
            return null;
        var text = isEncoded ? ConfigMapSecrets.Decode(written) ?? written : written;
        text = text.Trim();
        if (text.Length == 0 || SecretValues.IsFilledIn(text) || (text.Contains("-----BEGIN CERTIFICATE", StringComparison.Ordinal) && !text.Contains("PRIVATE KEY", StringComparison.Ordinal)))
            return null;
        return IsPlaceholder(text) ? SecretValue.Placeholder : SecretValue.Literal;
    }

    // A file of several lines holds more than the word that reads like a placeholder.
    private static bool IsPlaceholder(string text) => text.IndexOf('\n') < 0 && Placeholder.IsPlaceholder(text);

    private static bool IsPublic(string key) => key is "ca.crt" or "tls.crt" or "ca.pem" or "namespace" or "username" or "user" or "host" or "hostname" or "port" or "url" or "known_hosts";
}
