using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostPathTests
{
    [Theory]
    [InlineData("/etc/", "/etc")]
    [InlineData("/etc/../root/./.ssh//", "/root/.ssh")]
    [InlineData("/../..", "/")]
    [InlineData("/", "/")]
    [InlineData("C:\\Windows\\", "/c:/windows")]
    [InlineData("C:\\", "/c:")]
    [InlineData("\\\\.\\pipe\\docker_engine", "/pipe/docker_engine")]
    [InlineData("//./pipe/Docker_Engine", "/pipe/docker_engine")]
    [InlineData("/Etc", "/Etc")]
    public void Paths_have_one_normal_form(string path, string expected) => Assert.Equal(expected, HostPath.Normalize(path));

    [Theory]
    [InlineData("/var/run/docker.sock", true)]
    [InlineData("/host/containerd/containerd.sock", true)]
    [InlineData("/run", true)]
    [InlineData("/var/run/crio", true)]
    [InlineData("//./pipe/docker_engine", true)]
    [InlineData("/run/udev", false)]
    [InlineData("/var/running", false)]
    [InlineData("/srv/mysql.sock", false)]
    public void Runtime_sockets_are_known(string path, bool expected) => Assert.Equal(expected, RuntimeSockets.IsExposedBy(HostPath.Normalize(path)));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/var", true)]
    [InlineData("/etc/kubernetes/pki", true)]
    [InlineData("/var/lib/kubelet/pods", true)]
    [InlineData("/var/log", true)]
    [InlineData("C:\\", true)]
    [InlineData("C:\\Windows\\System32", true)]
    [InlineData("/etc/localtime", false)]
    [InlineData("/etc/ssl/certs/ca.pem", false)]
    [InlineData("/etcetera", false)]
    [InlineData("/srv/data", false)]
    [InlineData("/dev/shm", false)]
    [InlineData("D:\\data", false)]
    public void Sensitive_paths_are_known(string path, bool expected) => Assert.Equal(expected, SensitiveHostPaths.Contains(HostPath.Normalize(path)));
}
