using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Turns a service's mapping into container options.</summary>
internal sealed class ComposeServiceReader(ComposeLayers project, ComposeValues values, bool isFragment)
{
    private readonly ComposeMountReader _mounts = new(project, values);

    public ComposeService Read(YamlScalar name, ComposeLayers service)
    {
        var undetermined = ContainerSettings.None;
        var build = service.Nested("build");
        var image = values.Text(service.Last("image"));
        var options = new ContainerOptions
        {
            Name = new Located<string>(name.Value, name.Location),
            Noun = "service",
            IsComplete = !isFragment && service.Last("extends") is null && (service.Last("image") ?? service.Last("build")) is not null,
            Image = image,
            Privileged = Boolean(service, "privileged", ContainerSettings.Privileged, ref undetermined),
            PrivilegedHooks = [.. Hooks(service, "post_start"), .. Hooks(service, "pre_stop")],
            User = values.Text(service.Last("user")),
            ReadOnlyRoot = Boolean(service, "read_only", ContainerSettings.ReadOnlyRoot, ref undetermined),
            NetworkMode = values.Text(service.Last("network_mode")),
            BuildNetwork = values.Text(build.Last("network")),
            PidMode = values.Text(service.Last("pid")),
            IpcMode = values.Text(service.Last("ipc")),
            UserNamespaceMode = values.Text(service.Last("userns_mode")),
            AddedCapabilities = values.List(service.All("cap_add"), out _),
            DroppedCapabilities = List(service, "cap_drop", ContainerSettings.CapabilitiesDropped, ref undetermined),
            SecurityOptions = List(service, "security_opt", ContainerSettings.SecurityOptions, ref undetermined),
            Mounts = _mounts.Read(service),
            UsesApiSocket = values.Boolean(service.Last("use_api_socket")),
            Environment = ComposeEnvironment.Read(service.All("environment"), values),
            BuildArguments = ComposeEnvironment.Read(build.All("args"), values),
            Commands = ComposeCommandReader.Read(service, image?.Value, values),
            Undetermined = undetermined,
        };
        return new ComposeService(options, service);
    }

    private Located<bool>? Boolean(ComposeLayers service, string key, ContainerSettings setting, ref ContainerSettings undetermined)
    {
        var node = service.Last(key);
        var value = values.Boolean(node);
        if (node is not null && value is null)
            undetermined |= setting;
        return value;
    }

    private ImmutableArray<Located<string>> List(ComposeLayers service, string key, ContainerSettings setting, ref ContainerSettings undetermined)
    {
        var items = values.List(service.All(key), out var isUndetermined);
        if (isUndetermined)
            undetermined |= setting;
        return items;
    }

    private IEnumerable<SourceLocation> Hooks(ComposeLayers service, string key)
    {
        foreach (var layer in service.All(key))
        {
            foreach (var hook in layer.AsSequence?.Items ?? [])
            {
                if (values.Boolean(hook.AsMapping?["privileged"]) is { Value: true } privileged)
                    yield return privileged.Location;
            }
        }
    }
}
