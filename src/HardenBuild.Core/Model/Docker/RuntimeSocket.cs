namespace HardenBuild.Model.Docker;

/// <summary>The sockets through which a container runtime takes orders.</summary>
internal static class RuntimeSocket
{
    private static readonly string[] Names = ["docker.sock", "podman.sock", "containerd.sock", "crio.sock", "docker_engine"];

    /// <summary>Whether a path of the host is such a socket, or a folder that holds one: <c>/run</c>, <c>/var/run</c>.</summary>
    public static bool IsExposedBy(string hostPath)
    {
        if (HostPath.Normalize(hostPath) is not { } path)
            return false;
        return path is "/run" or "/var/run" or "/run/docker" or "/run/containerd" or "/run/podman" or "/var/run/containerd" or "/run/crio" or "/var/run/crio"
            || Array.IndexOf(Names, path.Substring(path.LastIndexOf('/') + 1)) >= 0;
    }

    /// <summary>Whether an image is known to pass on only chosen requests to the socket that it mounts.</summary>
    public static bool IsProxy(string image)
    {
        var repository = image.Split('@')[0];
        return repository.Contains("docker-socket-proxy", StringComparison.Ordinal) || repository.Contains("socket-proxy", StringComparison.Ordinal);
    }
}
