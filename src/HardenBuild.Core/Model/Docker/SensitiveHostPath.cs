namespace HardenBuild.Model.Docker;

/// <summary>Places of a host that hold its configuration, its programs or the data of all its containers.</summary>
internal static class SensitiveHostPath
{
    private static readonly string[] Folders =
        ["/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/root", "/sys", "/usr", "/bin", "/sbin", "/var/lib/docker", "/var/lib/kubelet", "c:/windows"];

    // Public facts about the host that containers often share with it.
    private static readonly string[] PublicPaths =
        ["/etc/localtime", "/etc/timezone", "/etc/ssl/certs", "/etc/passwd", "/etc/group", "/etc/hosts", "/etc/resolv.conf", "/etc/os-release", "/etc/ca-certificates", "/usr/share/zoneinfo", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates", "/dev/null"];

    public static bool IsSensitive(string hostPath) =>
        HostPath.Normalize(hostPath) is { } path && (path is "/" or "/home" or "c:" || IsBelowAny(path, Folders));

    /// <summary>Whether reading the path tells nothing that matters.</summary>
    public static bool IsPublic(string hostPath) => HostPath.Normalize(hostPath) is { } path && IsBelowAny(path, PublicPaths);

    private static bool IsBelowAny(string path, string[] folders)
    {
        foreach (var folder in folders)
        {
            if (HostPath.IsAtOrBelow(path, folder))
                return true;
        }

        return false;
    }
}
