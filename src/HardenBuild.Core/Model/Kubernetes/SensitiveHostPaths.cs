namespace HardenBuild.Model.Kubernetes;

/// <summary>Folders of a node whose files give its secrets or control of it.</summary>
internal static class SensitiveHostPaths
{
    private static readonly string[] Sensitive =
    [
        "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/proc", "/root", "/sys", "/usr",
        "/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/lib/etcd", "/var/lib/kubelet", "/var/lib/rancher",
        // A pod that can place a symbolic link there reads any file of the node through the kubelet's log endpoint.
        "/var/log",
        "/c:/windows", "/c:/programdata", "/c:/users",
    ];

    // Files that agents need for the time zone and certificate authorities, and devices and sockets made for sharing.
    private static readonly string[] Harmless =
    [
        "/etc/localtime", "/etc/timezone", "/etc/ssl/certs", "/etc/pki/ca-trust", "/etc/ca-certificates", "/usr/share/zoneinfo", "/usr/share/ca-certificates",
        "/dev/shm", "/dev/fuse", "/dev/log",
    ];

    /// <summary>The path is a sensitive folder, lies in one, or holds one.</summary>
    /// <param name="path">A path as <see cref="HostPath.Normalize"/> gives it.</param>
    public static bool Contains(string path)
    {
        if (IsShared(path))
            return false;
        foreach (var sensitive in Sensitive)
        {
            if (HostPath.IsWithin(path, sensitive) || HostPath.IsWithin(sensitive, path))
                return true;
        }

        return false;
    }

    /// <summary>The path is made for sharing, or says nothing that matters, though it lies in a sensitive folder.</summary>
    /// <param name="path">A path as <see cref="HostPath.Normalize"/> gives it.</param>
    public static bool IsShared(string path)
    {
        foreach (var harmless in Harmless)
        {
            if (HostPath.IsWithin(path, harmless))
                return true;
        }

        return false;
    }
}
