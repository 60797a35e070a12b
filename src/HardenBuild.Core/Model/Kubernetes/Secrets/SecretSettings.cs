using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Tells from the name of a setting, in any spelling, whether its value is a secret.</summary>
/// <remarks>
/// Stricter than <see cref="Model.Secrets.SecretNames"/>, which judges variables of images: configuration is full of keys, tokens and names
/// of secrets, and what counts is the word that a name ends with.
/// </remarks>
internal static class SecretSettings
{
    private const int LongestName = 120;

    private static readonly ImmutableHashSet<string> Secrets = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "password", "passwd", "pwd", "passphrase", "passcode", "pword", "psw", "secret", "secrets", "credential", "credentials", "apikey", "token", "bearer",
        "accesskey", "privatekey", "secretkey", "pgpassword");

    // Words before 'key' that leave no doubt.
    private static readonly ImmutableHashSet<string> KeyKinds = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "api", "access", "private", "secret", "signing", "encryption", "account", "master", "shared", "auth", "jwt", "subscription", "instrumentation");

    private static readonly ImmutableHashSet<string> Clouds = ImmutableHashSet.Create(StringComparer.Ordinal, "aws", "azure", "oci", "gcp", "google", "cloudflare", "digitalocean");

    // A name that ends with one of these is about a secret: where it is, how long it lives, what it looks like.
    private static readonly ImmutableHashSet<string> HarmlessEnds = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "file", "files", "path", "dir", "directory", "name", "names", "url", "uri", "endpoint", "endpoints", "enabled", "disabled", "enable", "disable", "ttl",
        "expiration", "expiry", "expires", "expire", "header", "headers", "host", "port", "type", "mode", "method", "methods", "algorithm", "alg", "length",
        "size", "min", "max", "limit", "count", "policy", "timeout", "lifetime", "duration", "seconds", "minutes", "hours", "days", "interval", "age",
        "issuer", "audience", "version", "format", "id", "ids", "user", "username", "prefix", "suffix", "ref", "reference", "required", "allowed", "rotation",
        "provider", "store", "backend", "class", "location", "mount", "volume", "hint", "label", "field", "column", "regex", "pattern", "encoder",
        "encoding", "generator", "validator", "reset", "recovery", "change", "scope", "scopes", "kind", "selector", "source", "env", "var", "variable",
        "review", "rate", "bucket", "param", "parameter", "template", "message", "text", "title", "description", "error", "cookie", "cache", "cert",
        "certificate", "ca", "auth", "authentication", "namespace", "resource", "role", "salt", "rounds", "cost", "strength", "attempts", "retries", "service",
        "server", "attribute", "claim", "claims", "property", "placeholder", "example", "manager", "helper", "command", "arn");

    private static readonly ImmutableHashSet<string> HarmlessStarts = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "no", "disable", "enable", "allow", "require", "use", "skip", "is", "has", "with", "existing", "public", "max", "min", "validate", "show", "hide",
        "forgot", "reset", "change", "rotate", "ignore", "force");

    // What may follow a secret's word without changing what it is.
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.Ordinal, "value", "base64", "b64", "plain", "raw", "content", "data", "default", "old", "new", "current", "prod", "production", "dev", "test", "staging");

    /// <remarks>Connection strings are left to their passwords, which are recognised by themselves; etcd's tokens name a cluster.</remarks>
    public static SecretEvidence Evidence(string name)
    {
        if (name.Length is 0 or > LongestName)
            return SecretEvidence.None;
        var words = SettingWords.Split(name);
        var end = words.Count;
        while (end > 1 && (Neutral.Contains(words[end - 1]) || IsNumber(words[end - 1])))
            end--;
        if (end == 0 || HarmlessEnds.Contains(words[end - 1]) || HarmlessStarts.Contains(words[0]) || words.Contains("public"))
            return SecretEvidence.None;
        var last = words[end - 1];
        var before = end > 1 ? words[end - 2] : "";
        if (last == "token" && before is "cluster" or "discovery")
            return SecretEvidence.None;
        if (Secrets.Contains(last) || (last == "pass" && end > 1))
            return SecretEvidence.Strong;
        if (last is "key" or "keys")
            return KeyKinds.Contains(before) || Clouds.Contains(words[0]) ? SecretEvidence.Strong : SecretEvidence.Weak;
        return last is "auth" or "pass" || words.Exists(Secrets.Contains) ? SecretEvidence.Weak : SecretEvidence.None;
    }

    private static bool IsNumber(string word)
    {
        foreach (var c in word)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
