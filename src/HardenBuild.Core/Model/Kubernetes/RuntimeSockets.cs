namespace HardenBuild.Model.Kubernetes;

/// <summary>The sockets of container runtimes: who can write to one is root on the node.</summary>
internal static class RuntimeSockets
{
    /// <param name="path">A path as <see cref="HostPath.Normalize"/> gives it.</param>
    public static bool IsExposedBy(string path) => IsSocket(path.Substring(path.LastIndexOf('/') + 1)) || IsFolderWithSocket(path) || IsNamedPipe(path);

    private static bool IsSocket(string name) => name is
        "docker.sock" or "containerd.sock" or "containerd.sock.ttrpc" or "crio.sock" or "cri-dockerd.sock" or "podman.sock" or "dockershim.sock" or "buildkitd.sock";

    // /var/run is a link to /run on every current distribution.
    private static bool IsFolderWithSocket(string path)
    {
        var run = HostPath.IsWithin(path, "/var/run") ? path.Substring(4) : path;
        return run is "/run" or "/run/docker" or "/run/containerd" or "/run/crio" or "/run/podman" or "/run/buildkit" or "/run/k3s" or "/run/k3s/containerd";
    }

    private static bool IsNamedPipe(string path) => path is "/pipe/docker_engine" or "/pipe/containerd-containerd";
}
