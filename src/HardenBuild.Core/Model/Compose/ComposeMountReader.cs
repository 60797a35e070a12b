using System.Collections.Immutable;
using HardenBuild.Model.Docker;
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

        AddFiles(service.All("secrets"), _secrets, mounts);
        AddFiles(service.All("configs"), _configs, mounts);
        return [.. mounts];
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
        var source = Part(parts[0]);
        var options = parts.Count > 2 ? Part(parts[2])?.Value : "";
        var isReadOnly = options is not null && Array.IndexOf(options.Split(','), "ro") >= 0;
        var target = Part(parts[1])?.Value;
        if (source is { } path && !ComposeVolumeText.IsPath(path.Value))
            return NamedVolume(path, target, isReadOnly);
        return new ContainerMount(MountKind.Bind, source, target, isReadOnly);

        Located<string>? Part(TextSpan span) => values.Expand(scalar.Value.Substring(span.Start, span.Length)) is { } text
            ? new Located<string>(text, scalar.LocationOf(span.Start, span.Length))
            : null;
    }

    private ContainerMount ReadLong(YamlMapping mapping)
    {
        var source = values.Text(mapping["source"]);
        var target = values.Text(mapping["target"])?.Value;
        var isReadOnly = values.Boolean(mapping["read_only"])?.Value == true;
        return values.Text(mapping["type"])?.Value switch
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
        var options = _volumes.Nested(name.Value).Nested("driver_opts");
        var isBind = values.Text(options.Last("o"))?.Value is { } o && Array.Exists(o.Split(','), option => option.Trim() is "bind" or "rbind");
        return isBind && values.Text(options.Last("device")) is { } device
            ? new ContainerMount(MountKind.Bind, device, target, isReadOnly)
            : new ContainerMount(MountKind.Volume, name, target, isReadOnly);
    }

    private void AddFiles(ImmutableArray<YamlNode> layers, ComposeLayers definitions, List<ContainerMount> mounts)
    {
        foreach (var layer in layers)
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                var name = values.Text(item.AsMapping is { } mapping ? mapping["source"] : item);
                if (name is { } known && values.Text(definitions.Nested(known.Value).Last("file")) is { } file)
                    mounts.Add(new ContainerMount(MountKind.Other, file, null, IsReadOnly: true));
            }
        }
    }
}
