namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>A published release that nobody should build from.</summary>
/// <param name="Problem">Completes a sentence that begins with the file's name.</param>
/// <remarks>
/// Data date 2026-11-23. OpenSSL: CVE-2022-3602 and CVE-2022-3786 (3.0.0 to 3.0.6), end of support of 1.0.x and 1.1.0. xz: CVE-2024-3094 (5.6.0, 5.6.1).
/// Log4j: CVE-2021-44228 and its successors (2.0 to 2.16).
/// </remarks>
internal sealed record KnownBadRelease(string FileName, string Problem, string Replacement)
{
    /// <summary>Null when the path names no such release.</summary>
    public static KnownBadRelease? Find(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (VersionAfter(name, "openssl-") is { } openssl && IsBadOpenssl(openssl))
            return new KnownBadRelease(name, "has holes that were fixed later and are not fixed here", "the distribution's package or a supported release");
        if (VersionAfter(name, "xz-") is "5.6.0" or "5.6.1")
            return new KnownBadRelease(name, "was manipulated by an attacker and opens a back door", "5.6.2 or later");
        if ((VersionAfter(name, "log4j-core-") ?? VersionAfter(name, "apache-log4j-")) is { } log4j && IsBadLog4j(log4j))
            return new KnownBadRelease(name, "runs code that anyone who can write a log line sends (Log4Shell)", "2.17.1 or later");
        return null;
    }

    /// <summary>Digits, dots and the letters of a patch: <c>1.0.2u</c>.</summary>
    private static string? VersionAfter(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        var end = prefix.Length;
        while (end < name.Length && (name[end] is (>= '0' and <= '9') or '.' || IsPatchLetter(name, end)))
            end++;
        return name.Substring(prefix.Length, end - prefix.Length).TrimEnd('.');
    }

    private static bool IsPatchLetter(string name, int at) =>
        char.IsLetter(name[at]) && char.IsDigit(name[at - 1]) && (at + 1 == name.Length || name[at + 1] is '.' or '-');

    private static bool IsBadOpenssl(string version)
    {
        if (version.StartsWith("1.0.", StringComparison.Ordinal) || version.StartsWith("1.1.0", StringComparison.Ordinal) || version.StartsWith("0.9.", StringComparison.Ordinal))
            return true;
        return version is "3.0.0" or "3.0.1" or "3.0.2" or "3.0.3" or "3.0.4" or "3.0.5" or "3.0.6";
    }

    private static bool IsBadLog4j(string version)
    {
        var parts = version.Split('.');
        return parts.Length >= 2 && parts[0] == "2" && int.TryParse(parts[1], out var minor) && minor <= 16 && !IsBackport(parts, minor);
    }

    /// <summary>2.3.1 and 2.12.3 carry the fix for old Java versions.</summary>
    private static bool IsBackport(string[] parts, int minor) =>
        parts.Length > 2 && int.TryParse(parts[2], out var patch) && ((minor == 3 && patch >= 1) || (minor == 12 && patch >= 3));
}
