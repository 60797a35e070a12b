using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>Tells from the key of a value whether it holds a secret.</summary>
internal static class SecretKeys
{
    private static readonly string[] OfSecrets = ["apiKey", "accessKey", "privateKey", "signingKey", "encryptionKey", "accountKey"];

    /// <summary>The key names a secret itself.</summary>
    public static bool IsSecret(string key) => key.Length > 0 && !IsAnyName(key) && SecretNames.IsSecret(WithCapital(key));

    /// <summary>As <see cref="IsSecret"/>, and does not name something else that leads to one: a Secret, a key in it, a file.</summary>
    public static bool IsSecretItself(string key) =>
        IsSecret(key) && !key.StartsWith("existing", StringComparison.OrdinalIgnoreCase) && !key.StartsWith("create", StringComparison.OrdinalIgnoreCase)
        && !key.StartsWith("automount", StringComparison.OrdinalIgnoreCase) && !key.EndsWith("Ref", StringComparison.Ordinal)
        && (!key.EndsWith("Secret", StringComparison.Ordinal) || key is "clientSecret" or "appSecret" or "sharedSecret") && !key.EndsWith("Name", StringComparison.Ordinal)
        && (!key.EndsWith("Key", StringComparison.OrdinalIgnoreCase) || Array.Exists(OfSecrets, known => key.EndsWith(known, StringComparison.OrdinalIgnoreCase)));

    // Words that values files also use for what names or chooses something.
    private static bool IsAnyName(string key) => key.ToLowerInvariant() is "key" or "keys" or "auth" or "secret" or "secrets" or "credentials";

    // Keys of values are in camel case, and the names of secrets are told apart by their capitals.
    private static string WithCapital(string key) => char.ToUpperInvariant(key[0]) + key.Substring(1);
}
