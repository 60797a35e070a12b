using System.Collections.Immutable;

namespace HardenBuild.Model.Secrets;

/// <summary>Tells from a variable's name whether its value is a secret.</summary>
/// <remarks>Names are split at <c>_</c>, <c>-</c>, <c>.</c> and <c>:</c>; the words of a name in PascalCase count when the last one is a secret's (<c>Jwt__SigningKey</c>).</remarks>
internal static class SecretNames
{
    /// <summary>The variable of Google's client libraries: a path, secret only where the file lies in the image.</summary>
    public const string GoogleCredentialsPath = "GOOGLE_APPLICATION_CREDENTIALS";

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "apikey", "auth", "credential", "credentials", "key", "password", "passwd", "passphrase", "pword", "psw", "pwd", "secret", "token");

    // With one of these the value says something about the secret, or is its public half.
    private static readonly ImmutableHashSet<string> HarmlessWords = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "public", "file", "path", "dir", "directory", "version", "name", "url", "uri", "endpoint", "length", "expiry", "expiration", "lifetime", "timeout",
        "ttl", "sock", "type", "mode", "method", "enabled", "disabled", "algorithm", "host", "port", "server", "service", "issuer", "audience",
        "fingerprint");

    private static readonly ImmutableHashSet<string> KnownNames = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AZURE_CLIENT_SECRET", "GH_TOKEN", "GITHUB_TOKEN", "NUGET_API_KEY", "ARTIFACTORY_USR", "PGPASSWORD", "SSHPASS",
        "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS", "ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS");

    private static readonly char[] Separators = ['_', '-', '.', ':'];

    public static bool IsSecret(string name)
    {
        if (KnownNames.Contains(name) || name.EndsWith("AWS_ACCESS_KEY_ID", StringComparison.OrdinalIgnoreCase))
            return true;
        if (name.Equals(GoogleCredentialsPath, StringComparison.OrdinalIgnoreCase))
            return false;

        var isSecret = false;
        var isOpenPgp = false;
        var segments = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        foreach (var segment in segments)
        {
            if (HarmlessWords.Contains(segment))
                return false;
            isOpenPgp |= segment.Equals("gpg", StringComparison.OrdinalIgnoreCase) || segment.Equals("pgp", StringComparison.OrdinalIgnoreCase);
            isSecret |= IsSecretSegment(segment);
        }

        // `GPG_KEY` of the official images is the fingerprint that a download is checked against.
        return isSecret && !(isOpenPgp && segments[segments.Length - 1].Equals("key", StringComparison.OrdinalIgnoreCase) && !IsPrivate(segments));
    }

    private static bool IsSecretSegment(string segment)
    {
        if (Words.Contains(segment))
            return true;
        var last = LastPascalWord(segment);
        return last > 0 && Words.Contains(segment.Substring(last)) && !segment.Contains("Public", StringComparison.Ordinal);
    }

    /// <summary>Start of the last word that begins with a capital after a small letter; 0 when there is none.</summary>
    private static int LastPascalWord(string segment)
    {
        for (var i = segment.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(segment[i]) && char.IsLower(segment[i - 1]))
                return i;
        }

        return 0;
    }

    private static bool IsPrivate(string[] segments)
    {
        foreach (var segment in segments)
        {
            if (segment.Equals("private", StringComparison.OrdinalIgnoreCase) || segment.Equals("secret", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
