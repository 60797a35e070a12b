using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class RunFlagsTests
{
    [Theory]
    [InlineData("docker run --privileged a", true)]
    [InlineData("docker run --privileged=true a", true)]
    [InlineData("docker run -it --rm --privileged a", true)]
    [InlineData("docker container run --privileged a", true)]
    [InlineData("docker create --privileged a", true)]
    [InlineData("sudo podman run --privileged a", true)]
    [InlineData("/usr/bin/docker --log-level info run --privileged a", true)]
    [InlineData("bash -c 'docker run --privileged a'", true)]
    [InlineData("podman run --pod web --privileged a", true)]
    [InlineData("docker run --privileged=false a", false)]
    [InlineData("docker run --privileged=0 a", false)]
    [InlineData("docker run --privileged=$P a", null)]
    [InlineData("docker run a --privileged", null)]
    [InlineData("docker run -v x:/x a sh -c --privileged", null)]
    [InlineData("docker run --name --privileged a", null)]
    public void Privileged(string line, bool? expected) => Assert.Equal(expected, Read(line).Privileged?.Value);

    [Theory]
    [InlineData("docker run -u root a", "root")]
    [InlineData("docker run -uroot a", "root")]
    [InlineData("docker run --user=0:0 a", "0:0")]
    [InlineData("docker run -itu 0 a", "0")]
    [InlineData("docker run --user \"$(id -u)\" a", null)]
    public void User(string line, string? expected) => Assert.Equal(expected, Read(line).User?.Value);

    [Fact]
    public void Reads_every_kind_of_flag()
    {
        var options = Read(
            "docker run --name web --net=host --pid host --ipc=host --uts=host --cgroupns host --userns=host --read-only --cap-add SYS_ADMIN --cap-add=NET_RAW,BPF "
            + "--cap-drop all --security-opt seccomp=unconfined --device /dev/sda:/dev/xvda:r --device-cgroup-rule 'a *:* rwm' --sysctl net.core.somaxconn=1 --memory 1g --cpus 1.5 "
            + "--pids-limit -1 --ulimit nofile=1024:2048 --oom-kill-disable --oom-score-adj=-900 --cgroup-parent /x --restart on-failure:5 --pull always --env-file a.env "
            + "-l a=b --link db:database --log-driver none --no-healthcheck -e A=b -e C --use-api-socket image:1 sleep 5");

        Assert.Equal("web", options.Name.Value);
        Assert.Equal(("host", "host", "host", "host", "host", "host"), (options.NetworkMode?.Value, options.PidMode?.Value, options.IpcMode?.Value, options.UtsMode?.Value, options.CgroupMode?.Value, options.UserNamespaceMode?.Value));
        Assert.True(options.ReadOnlyRoot?.Value);
        Assert.Equal(["SYS_ADMIN", "NET_RAW", "BPF"], options.AddedCapabilities.Select(capability => capability.Value));
        Assert.Equal("all", Assert.Single(options.DroppedCapabilities).Value);
        Assert.Equal("seccomp=unconfined", Assert.Single(options.SecurityOptions).Value);
        Assert.Equal("/dev/sda", Assert.Single(options.Devices).Value);
        Assert.Equal("a *:* rwm", Assert.Single(options.DeviceCgroupRules).Value);
        Assert.Equal("net.core.somaxconn", Assert.Single(options.Sysctls).Name.Value);
        Assert.Equal((1L << 30, 1.5, -1L, -900L), (options.Limits.Memory?.Value, options.Limits.Cpus?.Value, options.Limits.Pids?.Value, options.Limits.OomScoreAdjustment?.Value));
        Assert.Equal(("nofile", 2048L), (options.Limits.Ulimits[0].Name, options.Limits.Ulimits[0].Hard.Value));
        Assert.True(options.Limits.IsOomKillDisabled?.Value);
        Assert.Equal("/x", options.Limits.CgroupParent?.Value);
        Assert.Equal(5, options.Restart?.MaxAttempts);
        Assert.Equal("always", options.PullPolicy?.Value);
        Assert.Equal("a.env", Assert.Single(options.EnvironmentFiles).Name.Value);
        Assert.Equal(("a", "b"), (options.Labels[0].Name.Value, options.Labels[0].Value?.Value));
        Assert.Equal("db:database", Assert.Single(options.Links).Value);
        Assert.Equal("none", options.Logging?.Driver?.Value);
        Assert.NotNull(options.Healthcheck?.Disabled);
        Assert.Equal([("A", "b"), ("C", null)], options.Environment.Select(variable => (variable.Name.Value, variable.Value?.Value)));
        Assert.True(options.UsesApiSocket?.Value);
        Assert.Equal("image:1", options.Image?.Value);
        Assert.Equal(["sleep", "5"], options.CommandWords.Select(word => word.Value));
        Assert.Null(options.HasTerminal);
        Assert.False(options.IsComplete);
    }

    [Theory]
    [InlineData("-v /etc:/x", "Bind", "/etc", "/x", false)]
    [InlineData("-v /etc:/x:ro,z", "Bind", "/etc", "/x", true)]
    [InlineData("--volume=data:/data", "Volume", "data", "/data", false)]
    [InlineData("-v 'c:/work:/work'", "Bind", "c:/work", "/work", false)]
    [InlineData("-v \"/var/run/docker.sock:$TARGET\"", "Bind", "/var/run/docker.sock", null, false)]
    [InlineData("--mount type=bind,source=/etc,target=/x,readonly", "Bind", "/etc", "/x", true)]
    [InlineData("--mount type=bind,src=/etc,dst=/x,readonly=false", "Bind", "/etc", "/x", false)]
    [InlineData("--mount source=data,target=/x", "Volume", "data", "/x", false)]
    public void Mounts(string flag, string kind, string source, string? target, bool isReadOnly)
    {
        var mount = Assert.Single(Read($"docker run {flag} a").Mounts);
        Assert.Equal((Enum.Parse<MountKind>(kind), source, target, isReadOnly), (mount.Kind, mount.Source?.Value, mount.Target, mount.IsReadOnly));
    }

    [Theory]
    [InlineData("-v $PWD:/app")]
    [InlineData("-v /data")]
    [InlineData("-v ~$USER:/x")]
    [InlineData("--mount type=tmpfs,target=/tmp")]
    [InlineData("--mount type=bind,source=$HOME,target=/x")]
    public void Accepts_mounts_whose_source_is_not_known(string flag) => Assert.DoesNotContain(Read($"docker run {flag} a").Mounts, mount => mount.Source?.Value is "" or "/");

    [Theory]
    [InlineData("-p 8080:80", null, "8080", "80", true)]
    [InlineData("-p 127.0.0.1:8080:80/tcp", "127.0.0.1", "8080", "80", false)]
    [InlineData("-p [::1]:8080:80", "::1", "8080", "80", false)]
    [InlineData("-p 0.0.0.0::80", "0.0.0.0", null, "80", true)]
    [InlineData("--publish=80", null, null, "80", true)]
    public void Ports(string flag, string? address, string? host, string container, bool isOpen)
    {
        var port = Assert.Single(Read($"docker run {flag} a").Ports);
        Assert.Equal((address, host, container, isOpen), (port.HostAddress?.Value, port.HostPorts?.Value.ToString(), port.ContainerPorts?.Value.ToString(), port.IsOnAllInterfaces));
    }

    private static ContainerOptions Read(string line)
    {
        var source = SourceText.From("run.sh", line);
        return EngineCommand.In(ShellScript.Parse(line), source).Select(RunCommand.Read).First(container => container is not null)!;
    }
}
