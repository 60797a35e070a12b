using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads what a service sees of the host: volumes in short and long syntax, named volumes that bind a host folder, files of secrets and configs.</summary>
internal sealed class ComposeMountReader(ComposeMapping project)
{
    private readonly ComposeMapping? _volumes = project.Mapping("volumes");
    private readonly ComposeMapping? _secrets = project.Mapping("secrets");
    private readonly ComposeMapping? _configs = project.Mapping("configs");

    public ImmutableArray<ContainerMount> Read(ComposeMapping service)
    {
        var mounts = new List<ContainerMount>();
        foreach (var item in service.Items("volumes"))
        {
            if ((item.AsScalar is { } scalar ? ReadShort(scalar) : item.AsMapping is { } mapping ? ReadLong(mapping) : null) is { } mount)
                Add(mounts, mount);
        }

        AddFiles(service.Items("secrets"), _secrets, mounts);
        AddFiles(service.Items("configs"), _configs, mounts);
        return [.. mounts];
    }

    /// <summary>A later item replaces the mount at the same place in the container.</summary>
    private static void Add(List<ContainerMount> mounts, ContainerMount mount)
    {
        var place = mount.Target is null ? -1 : mounts.FindIndex(other => other.Target == mount.Target);
        if (place < 0)
            mounts.Add(mount);
        else
            mounts[place] = mount;
    }

    private ContainerMount? ReadShort(ComposeScalar scalar)
    {
        var parts = ComposeVolumeText.Split(scalar.Raw);
        if (parts.Count < 2)
            return null;
        var source = Part(parts[0]);
        var options = parts.Count > 2 ? Part(parts[2])?.Value : "";
        var isReadOnly = options is not null && Array.IndexOf(options.Split(','), "ro") >= 0;
        var target = Part(parts[1])?.Value;
        if (source is { } path && !ComposeVolumeText.IsPath(path.Value))
            return NamedVolume(path, target, isReadOnly);
        return new ContainerMount(MountKind.Bind, source, target, isReadOnly);

        Located<string>? Part(TextSpan span) => scalar.Part(span).Text;
    }

    private ContainerMount ReadLong(ComposeMapping mapping)
    {
        var source = mapping["source"]?.Text;
        var target = mapping["target"]?.Text?.Value;
        var isReadOnly = mapping["read_only"]?.Boolean?.Value == true;
        return mapping["type"]?.Text?.Value switch
        {
            "bind" => new ContainerMount(MountKind.Bind, source, target, isReadOnly),
            "npipe" => new ContainerMount(MountKind.NamedPipe, source, target, isReadOnly),
            "volume" when source is { } name => NamedVolume(name, target, isReadOnly),
            _ => new ContainerMount(MountKind.Other, null, target, isReadOnly),
        };
    }

    /// <summary>A volume whose driver options bind a host folder is a bind mount, reported where the folder is named.</summary>
    private ContainerMount NamedVolume(Located<string> name, string? target, bool isReadOnly)
    {
        var options = _volumes?.Mapping(name.Value)?.Mapping("driver_opts");
        var isBind = options?["o"]?.Text?.Value is { } o && Array.Exists(o.Split(','), option => option.Trim() is "bind" or "rbind");
        return isBind && options?["device"]?.Text is { } device
            ? new ContainerMount(MountKind.Bind, device, target, isReadOnly)
            : new ContainerMount(MountKind.Volume, name, target, isReadOnly);
    }

    private static void AddFiles(ImmutableArray<ComposeNode> items, ComposeMapping? definitions, List<ContainerMount> mounts)
    {
        foreach (var item in items)
        {
            var name = item.AsMapping is { } mapping ? mapping["source"]?.Text : item.Text;
            if (name is { } known && definitions?.Mapping(known.Value)?["file"]?.Text is { } file)
                mounts.Add(new ContainerMount(MountKind.Other, file, null, IsReadOnly: true));
        }
    }
}
