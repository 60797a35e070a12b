using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Gathers the flags that may be given several times.</summary>
internal sealed class RunFlagLists
{
    private readonly Dictionary<string, ImmutableArray<Located<string>>.Builder> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<NamedValue>.Builder> _named = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ContainerMount>.Builder _mounts = ImmutableArray.CreateBuilder<ContainerMount>();
    private readonly ImmutableArray<PublishedPort>.Builder _ports = ImmutableArray.CreateBuilder<PublishedPort>();

    public void Add(string flag, FlagValue value)
    {
        switch (flag)
        {
            case "--cap-add" or "--cap-drop":
                AddNames(TextsOf(flag), value);
                break;
            case "--security-opt" or "--device-cgroup-rule" or "--link" or "--env-file":
                if (value.Text is { } text)
                    TextsOf(flag).Add(text);
                break;
            case "--device":
                var colon = value.Known.IndexOf(':');
                if (value.Part(0, colon < 0 ? value.Known.Length : colon) is { } device)
                    TextsOf(flag).Add(device);
                break;
            case "--env" or "-e":
                AddNamed("--env", value);
                break;
            case "--sysctl" or "--label":
                AddNamed(flag, value);
                break;
            case "-l":
                AddNamed("--label", value);
                break;
            case "--volume" or "-v":
                AddMount(VolumeFlag.Read(value));
                break;
            case "--mount":
                AddMount(MountFlag.Read(value));
                break;
            case "--publish" or "-p":
                if (PublishFlag.Read(value) is { } port)
                    _ports.Add(port);
                break;
        }
    }

    public ContainerOptions AddTo(ContainerOptions container) => container with
    {
        AddedCapabilities = container.AddedCapabilities.AddRange(Texts("--cap-add")),
        DroppedCapabilities = container.DroppedCapabilities.AddRange(Texts("--cap-drop")),
        SecurityOptions = container.SecurityOptions.AddRange(Texts("--security-opt")),
        Devices = container.Devices.AddRange(Texts("--device")),
        DeviceCgroupRules = container.DeviceCgroupRules.AddRange(Texts("--device-cgroup-rule")),
        Links = container.Links.AddRange(Texts("--link")),
        EnvironmentFiles = container.EnvironmentFiles.AddRange(Texts("--env-file").Select(static name => new ContainerFile(name, null))),
        Environment = container.Environment.AddRange(Named("--env")),
        Sysctls = container.Sysctls.AddRange(Named("--sysctl")),
        Labels = container.Labels.AddRange(Named("--label")),
        Mounts = container.Mounts.AddRange(_mounts),
        Ports = container.Ports.AddRange(_ports),
    };

    // docker takes one name a flag, podman also several with commas between.
    private static void AddNames(ImmutableArray<Located<string>>.Builder list, FlagValue value)
    {
        if (!value.IsWhole)
            return;
        for (var start = 0; start <= value.Known.Length;)
        {
            var end = value.Known.IndexOf(',', start);
            if (end < 0)
                end = value.Known.Length;
            if (end > start && value.Part(start, end) is { } name)
                list.Add(name);
            start = end + 1;
        }
    }

    private void AddNamed(string list, FlagValue value)
    {
        var equals = value.Known.IndexOf('=');
        if (value.Part(0, equals < 0 ? value.Known.Length : equals) is not { Value.Length: > 0 } name)
            return;
        var text = equals < 0 ? null : value.Part(equals + 1, value.Known.Length);
        if (!_named.TryGetValue(list, out var values))
            _named.Add(list, values = ImmutableArray.CreateBuilder<NamedValue>());
        values.Add(new NamedValue(name, text, text));
    }

    private void AddMount(ContainerMount? mount)
    {
        if (mount is not null)
            _mounts.Add(mount);
    }

    private ImmutableArray<Located<string>>.Builder TextsOf(string flag)
    {
        if (!_texts.TryGetValue(flag, out var list))
            _texts.Add(flag, list = ImmutableArray.CreateBuilder<Located<string>>());
        return list;
    }

    private ImmutableArray<Located<string>> Texts(string flag) => _texts.TryGetValue(flag, out var list) ? list.ToImmutable() : [];

    private ImmutableArray<NamedValue> Named(string flag) => _named.TryGetValue(flag, out var list) ? list.ToImmutable() : [];
}
