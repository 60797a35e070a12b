namespace HardenBuild.Model.Kubernetes;

/// <summary>Names of Linux capabilities.</summary>
internal static class Capabilities
{
    /// <summary>Upper case without the prefix <c>CAP_</c>, which runtimes accept and Pod Security Admission does not.</summary>
    public static string Normalize(string capability)
    {
        var upper = capability.Trim().ToUpperInvariant();
        return upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper.Substring(4) : upper;
    }

    /// <summary>As good as privileged, in any spelling that runtimes accept.</summary>
    public static bool IsSysAdmin(string capability) => Normalize(capability) is "SYS_ADMIN" or "ALL";

    /// <summary>Capabilities that the Pod Security Standard 'baseline' lets a container add: those that runtimes give it anyway.</summary>
    /// <remarks>Kubernetes documentation, Pod Security Standards, baseline, Capabilities.</remarks>
    public static bool IsInBaseline(string normalized) => normalized is
        "AUDIT_WRITE" or "CHOWN" or "DAC_OVERRIDE" or "FOWNER" or "FSETID" or "KILL" or "MKNOD" or
        "NET_BIND_SERVICE" or "SETFCAP" or "SETGID" or "SETPCAP" or "SETUID" or "SYS_CHROOT";
}
