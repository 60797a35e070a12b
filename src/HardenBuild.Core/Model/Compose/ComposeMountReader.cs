using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
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

        AddMemory(service, mounts);
        AddFiles(MountKind.Secret, service.Items("secrets"), _secrets, mounts);
        AddFiles(MountKind.Configuration, service.Items("configs"), _configs, mounts);
        return [.. mounts];
    }

    /// <summary>The devices of the host, in short and long syntax.</summary>
    public static ImmutableArray<Located<string>> ReadDevices(ComposeMapping service)
    {
        var devices = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in service.Items("devices"))
        {
            if ((item.AsScalar is { } scalar ? Part(scalar, ComposeVolumeText.Split(scalar.Raw)[0]) : item.AsMapping?["source"]?.Text) is { Value.Length: > 0 } device)
                devices.Add(device);
        }

        return devices.ToImmutable();
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
        var source = Part(scalar, parts[0]);
        var options = parts.Count > 2 ? Part(scalar, parts[2]) : null;
        var mount = new ContainerMount(MountKind.Bind, source, Part(scalar, parts[1])?.Value, IsReadOnly: HasWord(options, "ro"))
        {
            Written = Written(scalar.Part(parts[0])),
            Propagation = options is { } list ? FindPropagation(scalar, parts[2], list) : null,
        };
        return source is { } path && !ComposeVolumeText.IsPath(path.Value) ? NamedVolume(mount) : mount;
    }

    private static Located<string>? Part(ComposeScalar scalar, TextSpan span) => scalar.Part(span).Text;

    private static Located<string> Written(ComposeScalar scalar) => new(scalar.Raw, scalar.Location);

    private static bool HasWord(Located<string>? options, string word) => options is { } list && Array.IndexOf(list.Value.Split(','), word) >= 0;

    private static Located<string>? FindPropagation(ComposeScalar scalar, TextSpan span, Located<string> options)
    {
        var start = span.Start;
        foreach (var option in options.Value.Split(','))
        {
            if (option is "shared" or "rshared" or "slave" or "rslave" or "private" or "rprivate")
                return new Located<string>(option, options.Value.Length == span.Length ? scalar.Part(new TextSpan(start, option.Length)).Location : options.Location);
            start += option.Length + 1;
        }

        return null;
    }

    private ContainerMount ReadLong(ComposeMapping mapping)
    {
        var source = mapping["source"];
        var mount = new ContainerMount(MountKind.Bind, source?.Text, mapping["target"]?.Text?.Value, mapping["read_only"]?.Boolean?.Value == true)
        {
            Written = source?.AsScalar is { } written ? Written(written) : null,
            Propagation = mapping.Mapping("bind")?["propagation"]?.Text,
        };
        return mapping["type"]?.Text?.Value switch
        {
            "bind" => mount,
            "npipe" => mount with { Kind = MountKind.NamedPipe },
            "volume" when mount.Source is not null => NamedVolume(mount),
            "tmpfs" => mount with { Kind = MountKind.Memory, Source = null },
            _ => mount with { Kind = MountKind.Other, Source = null },
        };
    }

    private static void AddMemory(ComposeMapping service, List<ContainerMount> mounts)
    {
        foreach (var item in service.Items("tmpfs"))
        {
            if (item.Text is { } folder)
                mounts.Add(new ContainerMount(MountKind.Memory, null, folder.Value.Split(':')[0], IsReadOnly: false));
        }
    }

    /// <summary>A volume whose driver options bind a host folder is a bind mount, reported where the folder is named.</summary>
    private ContainerMount NamedVolume(ContainerMount mount)
    {
        var options = _volumes?.Mapping(mount.Source!.Value.Value)?.Mapping("driver_opts");
        var isBind = options?["o"]?.Text?.Value is { } o && Array.Exists(o.Split(','), option => option.Trim() is "bind" or "rbind");
        return isBind && options?["device"]?.Text is { } device
            ? mount with { Source = device, Written = device }
            : mount with { Kind = MountKind.Volume };
    }

    private static void AddFiles(MountKind kind, ImmutableArray<ComposeNode> items, ComposeMapping? definitions, List<ContainerMount> mounts)
    {
        foreach (var item in items)
        {
            var name = item.AsMapping is { } mapping ? mapping["source"]?.Text : item.Text;
            if (name is { } known && definitions?.Mapping(known.Value)?["file"]?.Text is { } file)
                mounts.Add(new ContainerMount(kind, file, null, IsReadOnly: true));
        }
    }
}
