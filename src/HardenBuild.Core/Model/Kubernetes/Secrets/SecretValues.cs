using System.Globalization;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Tells literal secrets from references to them and from other values.</summary>
internal static class SecretValues
{
    private const int LeastRandom = 16;
    private const int MostWords = 2;

    private static readonly string[] References =
    [
        "vault:", "ref+", "op://", "akv:", "enc[", "enc(", "arn:", "projects/", "@microsoft.keyvault", "file:", "env:", "secret:", "ssm:", "sm://", "secretref:",
        "gcp-secret",
    ];

    // What a name that stands for an object of the cluster is made of: 'TLS_SECRET: shop-tls'.
    private static readonly string[] ObjectWords =
        ["secret", "secrets", "tls", "cert", "certs", "creds", "credentials", "key", "keys", "token", "ca", "auth", "pull", "regcred", "password", "passwords"];

    /// <param name="name">The name of the setting.</param>
    /// <param name="value">Its value.</param>
    public static SecretValue Classify(string name, string value)
    {
        var evidence = SecretSettings.Evidence(name);
        if (evidence == SecretEvidence.None)
            return SecretValue.None;
        var text = value.Trim();
        if (text.Length == 0 || IsFilledIn(text) || IsPlainValue(text) || IsProse(text))
            return SecretValue.None;
        if (evidence == SecretEvidence.Weak)
            return text.Length >= LeastRandom && HasDigit(text) && !text.Contains(' ') && Placeholder.IsRandom(text) ? SecretValue.Literal : SecretValue.None;
        if (Placeholder.IsPlaceholder(text))
            return SecretValue.Placeholder;
        if (!IsObjectName(text))
            return SecretValue.Literal;
        return SettingWords.Split(name) is [.., "password" or "passwd" or "pwd"] ? SecretValue.Placeholder : SecretValue.None;
    }

    /// <summary>Templates, variables of shells and references to stores of secrets.</summary>
    public static bool IsFilledIn(string text)
    {
        if (Placeholders.IsPlaceholder(text) || IsVariable(text))
            return true;
        foreach (var reference in References)
        {
            if (text.StartsWith(reference, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary><c>$NAME</c>, <c>%NAME%</c>, <c>&lt;name&gt;</c>, <c>__NAME__</c>, and YAML's <c>*alias</c>; a password may begin with any of the characters.</summary>
    private static bool IsVariable(string text) => (text[0], text[text.Length - 1]) switch
    {
        ('<', '>') or ('%', '%') or ('`', '`') => true,
        ('_', '_') => text.StartsWith("__", StringComparison.Ordinal),
        ('$' or '*' or '&', _) => IsName(text, 1),
        _ => false,
    };

    private static bool IsName(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or '-' or '.'))
                return false;
        }

        return text.Length > start && !char.IsDigit(text[start]);
    }

    /// <summary>Paths, addresses, numbers, booleans and the names of types, which programs expect where the name only says 'password'.</summary>
    private static bool IsPlainValue(string text) =>
        text[0] == '/' || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal) || text.StartsWith("~/", StringComparison.Ordinal)
        || (text.Length > 2 && text[1] == ':' && text[2] == '\\')
        || text.Contains("://", StringComparison.Ordinal)
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "none" or "null" or "nil" or "~" or "string" or "str" or "int"
            or "bool" or "boolean" or "bytes" or "text" or "object" or "any" or "required" or "optional" or "auto" or "default" or "enabled" or "disabled" or "basic"
            or "jwt" or "oidc" or "oauth2" or "bearer" or "md5" or "scram-sha-256" or "trust" or "peer" or "env" or "vault" or "kubernetes" or "unset" or "\"\"" or "''";

    /// <summary>Small letters and hyphens, and one of the words is what such objects are for.</summary>
    private static bool IsObjectName(string text)
    {
        var isObject = false;
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or '-' or '.' or '/'))
                return false;
        }

        foreach (var word in text.Split('-', '.', '/'))
            isObject |= Array.IndexOf(ObjectWords, word) >= 0;
        return isObject && text.Contains('-');
    }

    /// <summary>More words than a passphrase in configuration ever has.</summary>
    private static bool IsProse(string text) => text.Split(' ', '\n', '\t').Length > MostWords;

    private static bool HasDigit(string text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }
}
