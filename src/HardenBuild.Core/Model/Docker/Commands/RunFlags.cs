using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>What each flag of <c>docker run</c>, <c>docker create</c> and <c>podman run</c> says of the container.</summary>
/// <remarks>
/// Flags: docs.docker.com/reference/cli/docker/container/run; podman-run(1). Which of them take a value is in <see cref="CommandOptionTable"/>.
/// Terminal flags are left out: whoever starts a container by hand wants one.
/// </remarks>
internal sealed class RunFlags(SourceText source)
{
    private readonly RunFlagLists _lists = new();
    private ContainerLimits _limits = ContainerLimits.None;

    /// <summary>Adds what the flags say to what is known of the container.</summary>
    public static ContainerOptions Add(ContainerOptions container, ImmutableArray<CommandOption> options, SourceText source)
    {
        var flags = new RunFlags(source);
        foreach (var option in options)
            container = flags.Add(container, option);
        container = flags._lists.AddTo(container);
        return flags._limits == ContainerLimits.None ? container : container with { Limits = flags._limits };
    }

    private ContainerOptions Add(ContainerOptions container, CommandOption option)
    {
        switch (option.Name)
        {
            case "--privileged":
                return container with { Privileged = Boolean(option) };
            case "--read-only":
                return container with { ReadOnlyRoot = Boolean(option) };
            case "--use-api-socket":
                return container with { UsesApiSocket = Boolean(option) };
            case "--oom-kill-disable":
                _limits = _limits with { IsOomKillDisabled = Boolean(option) };
                return container;
            case "--no-healthcheck":
                return Boolean(option) is { Value: true } disabled ? container with { Healthcheck = new ContainerHealthcheck(disabled.Location, []) } : container;
        }

        if (!option.HasValue)
            return container;
        var value = FlagValue.Of(option, source);
        _lists.Add(option.Name, value);
        _limits = RunLimits.Add(_limits, option.Name, value);
        return option.Name switch
        {
            "--user" or "-u" => container with { User = value.Text },
            "--network" or "--net" => container with { NetworkMode = value.Text },
            "--pid" => container with { PidMode = value.Text },
            "--ipc" => container with { IpcMode = value.Text },
            "--uts" => container with { UtsMode = value.Text },
            "--cgroupns" => container with { CgroupMode = value.Text },
            "--userns" => container with { UserNamespaceMode = value.Text },
            "--pull" => container with { PullPolicy = value.Text },
            "--restart" => container with { Restart = value.Text is { } restart ? RestartPolicy.Parse(restart) : null },
            "--log-driver" => container with { Logging = new ContainerLogging(value.Text, container.Logging?.Options ?? []) },
            _ => container,
        };
    }

    /// <summary>A flag without a value is on; <c>--privileged=false</c> is off; a value with a variable is not known.</summary>
    private Located<bool>? Boolean(CommandOption option) => option switch
    {
        { HasValue: false } => new(true, source.At(option.TokenSpan)),
        { Value: "true" or "1" or "t" or "T" or "TRUE" or "True" } => new(true, source.At(option.Word.Span)),
        { Value: "false" or "0" or "f" or "F" or "FALSE" or "False" } => new(false, source.At(option.ValueSpan)),
        _ => null,
    };
}
