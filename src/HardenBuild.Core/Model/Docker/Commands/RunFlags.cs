using System.Collections.Immutable;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>What each flag of <c>docker run</c>, <c>docker create</c> and <c>podman run</c> says of the container.</summary>
/// <remarks>Flags: docs.docker.com/reference/cli/docker/container/run; podman-run(1). Which of them take a value is in <see cref="CommandOptionTable"/>.</remarks>
internal sealed class RunFlags(SourceText source)
{
    private readonly ImmutableArray<Located<string>>.Builder _added = ImmutableArray.CreateBuilder<Located<string>>();
    private readonly ImmutableArray<Located<string>>.Builder _dropped = ImmutableArray.CreateBuilder<Located<string>>();
    private readonly ImmutableArray<Located<string>>.Builder _security = ImmutableArray.CreateBuilder<Located<string>>();
    private readonly ImmutableArray<ContainerMount>.Builder _mounts = ImmutableArray.CreateBuilder<ContainerMount>();
    private readonly ImmutableArray<EnvironmentVariable>.Builder _environment = ImmutableArray.CreateBuilder<EnvironmentVariable>();

    /// <summary>Adds what the flags say to what is known of the container.</summary>
    public static ContainerOptions Add(ContainerOptions container, ImmutableArray<CommandOption> options, SourceText source)
    {
        var flags = new RunFlags(source);
        foreach (var option in options)
            container = flags.Add(container, option);
        return container with
        {
            AddedCapabilities = container.AddedCapabilities.AddRange(flags._added),
            DroppedCapabilities = container.DroppedCapabilities.AddRange(flags._dropped),
            SecurityOptions = container.SecurityOptions.AddRange(flags._security),
            Mounts = container.Mounts.AddRange(flags._mounts),
            Environment = container.Environment.AddRange(flags._environment),
        };
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
        }

        if (!option.HasValue)
            return container;
        var value = FlagValue.Of(option, source);
        switch (option.Name)
        {
            case "--user" or "-u":
                return container with { User = value.Text };
            case "--network" or "--net":
                return container with { NetworkMode = value.Text };
            case "--pid":
                return container with { PidMode = value.Text };
            case "--ipc":
                return container with { IpcMode = value.Text };
            case "--userns":
                return container with { UserNamespaceMode = value.Text };
            case "--cap-add":
                AddTo(_added, value);
                break;
            case "--cap-drop":
                AddTo(_dropped, value);
                break;
            case "--security-opt":
                AddTo(_security, value);
                break;
            case "--volume" or "-v":
                AddMount(VolumeFlag.Read(value));
                break;
            case "--mount":
                AddMount(MountFlag.Read(value));
                break;
            case "--env" or "-e":
                AddVariable(value);
                break;
        }

        return container;
    }

    /// <summary>A flag without a value is on; <c>--privileged=false</c> is off; a value with a variable is not known.</summary>
    private Located<bool>? Boolean(CommandOption option) => option switch
    {
        { HasValue: false } => new(true, source.At(option.TokenSpan)),
        { Value: "true" or "1" or "t" or "T" or "TRUE" or "True" } => new(true, source.At(option.Word.Span)),
        { Value: "false" or "0" or "f" or "F" or "FALSE" or "False" } => new(false, source.At(option.ValueSpan)),
        _ => null,
    };

    // docker takes one name a flag, podman also several with commas between.
    private static void AddTo(ImmutableArray<Located<string>>.Builder list, FlagValue value)
    {
        if (value.Text is not { } text)
            return;
        if (!text.Value.Contains(',') || text.Value.Contains('='))
        {
            list.Add(text);
            return;
        }

        for (var start = 0; start <= text.Value.Length;)
        {
            var end = text.Value.IndexOf(',', start);
            if (end < 0)
                end = text.Value.Length;
            if (end > start && value.Part(start, end) is { } part)
                list.Add(part);
            start = end + 1;
        }
    }

    private void AddMount(ContainerMount? mount)
    {
        if (mount is not null)
            _mounts.Add(mount);
    }

    private void AddVariable(FlagValue value)
    {
        var equals = value.Known.IndexOf('=');
        if (value.Part(0, equals < 0 ? value.Known.Length : equals) is not { Value.Length: > 0 } name)
            return;
        var text = equals < 0 ? null : value.Part(equals + 1, value.Known.Length);
        _environment.Add(new EnvironmentVariable(name, text, text));
    }
}
