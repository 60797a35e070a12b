namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>Tells files that hold credentials by their paths.</summary>
internal static class SecretFiles
{
    private static readonly string[] PublicWords = ["ca", "cacert", "cert", "certs", "chain", "fullchain", "bundle", "pub", "public", "root", "dhparam", "dhparams"];

    private static readonly char[] WordSeparators = ['-', '_', '.'];

    /// <summary>Whether a path or glob, with either slash, names a file or folder of credentials.</summary>
    public static bool IsCredentials(string path)
    {
        var parts = path.Replace('\\', '/').Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var parent = i > 0 ? parts[i - 1] : "";
            if (parts[i] is ".aws" or ".azure" || (parent == ".docker" && parts[i] == "config.json") || (parent == ".kube" && parts[i] == "config"))
                return true;
        }

        return parts.Length > 0 && IsCredentialsName(parts[parts.Length - 1].ToLowerInvariant());
    }

    private static bool IsCredentialsName(string name)
    {
        if (name is ".env" or "id_rsa" or "id_dsa" or "id_ecdsa" or "id_ed25519" or ".npmrc" or ".netrc" or ".git-credentials" or ".pypirc" or "secrets.json")
            return true;
        if (name.StartsWith(".env.", StringComparison.Ordinal))
            return !(name.EndsWith("example", StringComparison.Ordinal) || name.EndsWith("sample", StringComparison.Ordinal)
                || name.EndsWith("template", StringComparison.Ordinal) || name.EndsWith("dist", StringComparison.Ordinal));
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name.Substring(dot + 1);
        return extension switch
        {
            "pfx" or "p12" or "keystore" or "jks" => true,
            "pem" or "key" => !HasPublicWord(name.Substring(0, dot)),
            _ => false,
        };
    }

    private static bool HasPublicWord(string name)
    {
        foreach (var word in name.Split(WordSeparators))
        {
            if (Array.IndexOf(PublicWords, word) >= 0)
                return true;
        }

        return false;
    }
}
