using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads what a service sees of the host: volumes in short and long syntax, named volumes that bind a host folder, files of secrets and configs.</summary>
internal sealed class ComposeMountReader(ComposeLayers project, ComposeValues values)
{
    private readonly ComposeLayers _volumes = project.Nested("volumes");
    private readonly ComposeLayers _secrets = project.Nested("secrets");
    private readonly ComposeLayers _configs = project.Nested("configs");

    public ImmutableArray<ContainerMount> Read(ComposeLayers service)
    {
        var mounts = new List<ContainerMount>();
        foreach (var layer in service.All("volumes"))
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                if ((item.AsScalar is { } scalar ? ReadShort(scalar) : item.AsMapping is { } mapping ? ReadLong(mapping) : null) is { } mount)
                    Add(mounts, mount);
            }
        }

        AddMemory(service, mounts);
        AddFiles(MountKind.Secret, service.All("secrets"), _secrets, mounts);
        AddFiles(MountKind.Configuration, service.All("configs"), _configs, mounts);
        return [.. mounts];
    }

    /// <summary>The devices of the host, in short and long syntax.</summary>
    public ImmutableArray<Located<string>> ReadDevices(ComposeLayers service)
    {
        var devices = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var layer in service.All("devices"))
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                if ((item.AsScalar is { } scalar ? Part(scalar, ComposeVolumeText.Split(scalar.Value)[0]) : values.Text(item.AsMapping?["source"])) is { } device)
                    devices.Add(device);
            }
        }

        return devices.ToImmutable();
    }

    /// <summary>A later layer replaces the mount at the same place in the container.</summary>
    private static void Add(List<ContainerMount> mounts, ContainerMount mount)
    {
        var place = mount.Target is null ? -1 : mounts.FindIndex(other => other.Target == mount.Target);
        if (place < 0)
            mounts.Add(mount);
        else
            mounts[place] = mount;
    }

    private ContainerMount? ReadShort(YamlScalar scalar)
    {
        var parts = ComposeVolumeText.Split(scalar.Value);
        if (parts.Count < 2)
            return null;
        var source = Part(scalar, parts[0]);
        var options = parts.Count > 2 ? Part(scalar, parts[2]) : null;
        var mount = new ContainerMount(MountKind.Bind, source, Part(scalar, parts[1])?.Value, IsReadOnly: HasWord(options, "ro"))
        {
            Written = new Located<string>(scalar.Value.Substring(parts[0].Start, parts[0].Length), scalar.LocationOf(parts[0].Start, parts[0].Length)),
            Propagation = options is { } list ? FindPropagation(scalar, parts[2], list) : null,
        };
        return source is { } path && !ComposeVolumeText.IsPath(path.Value) ? NamedVolume(mount) : mount;
    }

    private Located<string>? Part(YamlScalar scalar, TextSpan span) => values.Expand(scalar.Value.Substring(span.Start, span.Length)) is { } text
        ? new Located<string>(text, scalar.LocationOf(span.Start, span.Length))
        : null;

    private static bool HasWord(Located<string>? options, string word) => options is { } list && Array.IndexOf(list.Value.Split(','), word) >= 0;

    private static Located<string>? FindPropagation(YamlScalar scalar, TextSpan span, Located<string> options)
    {
        var start = span.Start;
        foreach (var option in options.Value.Split(','))
        {
            if (option is "shared" or "rshared" or "slave" or "rslave" or "private" or "rprivate")
                return new Located<string>(option, options.Value.Length == span.Length ? scalar.LocationOf(start, option.Length) : options.Location);
            start += option.Length + 1;
        }

        return null;
    }

    private ContainerMount ReadLong(YamlMapping mapping)
    {
        var source = mapping["source"];
        var mount = new ContainerMount(MountKind.Bind, values.Text(source), values.Text(mapping["target"])?.Value, values.Boolean(mapping["read_only"])?.Value == true)
        {
            Written = source?.AsScalar is { } written ? new Located<string>(written.Value, written.Location) : null,
            Propagation = values.Text(mapping.At("bind", "propagation")),
        };
        return values.Text(mapping["type"])?.Value switch
        {
            "bind" => mount,
            "npipe" => mount with { Kind = MountKind.NamedPipe },
            "volume" when mount.Source is not null => NamedVolume(mount),
            "tmpfs" => mount with { Kind = MountKind.Memory, Source = null },
            _ => mount with { Kind = MountKind.Other, Source = null },
        };
    }

    private void AddMemory(ComposeLayers service, List<ContainerMount> mounts)
    {
        foreach (var layer in service.All("tmpfs"))
        {
            foreach (var item in layer.AsSequence?.Items ?? [layer])
            {
                if (values.Text(item) is { } folder)
                    mounts.Add(new ContainerMount(MountKind.Memory, null, folder.Value.Split(':')[0], IsReadOnly: false));
            }
        }
    }

    /// <summary>A volume whose driver options bind a host folder is a bind mount, reported where the folder is named.</summary>
    private ContainerMount NamedVolume(ContainerMount mount)
    {
        var options = _volumes.Nested(mount.Source!.Value.Value).Nested("driver_opts");
        var isBind = values.Text(options.Last("o"))?.Value is { } o && Array.Exists(o.Split(','), option => option.Trim() is "bind" or "rbind");
        return isBind && values.Text(options.Last("device")) is { } device
            ? mount with { Source = device, Written = device }
            : mount with { Kind = MountKind.Volume };
    }

    private void AddFiles(MountKind kind, ImmutableArray<YamlNode> layers, ComposeLayers definitions, List<ContainerMount> mounts)
    {
        foreach (var layer in layers)
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                var name = values.Text(item.AsMapping is { } mapping ? mapping["source"] : item);
                if (name is { } known && values.Text(definitions.Nested(known.Value).Last("file")) is { } file)
                    mounts.Add(new ContainerMount(kind, file, null, IsReadOnly: true));
            }
        }
    }
}
