using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Turns a service's merged mapping into container options.</summary>
/// <param name="project">The merged top level, where volumes, secrets and configs are defined.</param>
internal sealed class ComposeServiceReader(ComposeMapping project)
{
    private readonly ComposeMountReader _mounts = new(project);

    /// <param name="isComplete">Whether everything that is said of the service was read.</param>
    public ContainerOptions Read(Located<string> name, ComposeMapping service, bool isComplete)
    {
        var undetermined = ContainerSettings.None;
        var build = service.Mapping("build");
        var image = service["image"]?.Text;
        return new ContainerOptions
        {
            Name = name,
            Noun = "service",
            IsComplete = isComplete && (service["image"] ?? service["build"]) is not null,
            Image = image,
            Privileged = Boolean(service, "privileged", ContainerSettings.Privileged, ref undetermined),
            PrivilegedHooks = [.. Hooks(service, "post_start"), .. Hooks(service, "pre_stop")],
            User = service["user"]?.Text,
            ReadOnlyRoot = Boolean(service, "read_only", ContainerSettings.ReadOnlyRoot, ref undetermined),
            NetworkMode = service["network_mode"]?.Text,
            BuildNetwork = build?["network"]?.Text,
            PidMode = service["pid"]?.Text,
            IpcMode = service["ipc"]?.Text,
            UserNamespaceMode = service["userns_mode"]?.Text,
            AddedCapabilities = service.Texts("cap_add", out _),
            DroppedCapabilities = List(service, "cap_drop", ContainerSettings.CapabilitiesDropped, ref undetermined),
            SecurityOptions = List(service, "security_opt", ContainerSettings.SecurityOptions, ref undetermined),
            Mounts = _mounts.Read(service),
            UsesApiSocket = service["use_api_socket"]?.Boolean,
            Environment = ComposeEnvironment.Read(service["environment"]),
            BuildArguments = ComposeEnvironment.Read(build?["args"]),
            Commands = ComposeCommandReader.Read(service, image?.Value),
            Undetermined = undetermined,
        };
    }

    private static Located<bool>? Boolean(ComposeMapping service, string key, ContainerSettings setting, ref ContainerSettings undetermined)
    {
        var node = service[key];
        var value = node?.Boolean;
        if (node is not null && value is null)
            undetermined |= setting;
        return value;
    }

    private static ImmutableArray<Located<string>> List(ComposeMapping service, string key, ContainerSettings setting, ref ContainerSettings undetermined)
    {
        var items = service.Texts(key, out var isUndetermined);
        if (isUndetermined)
            undetermined |= setting;
        return items;
    }

    private static IEnumerable<SourceLocation> Hooks(ComposeMapping service, string key)
    {
        foreach (var hook in service.Items(key))
        {
            if (hook.AsMapping?["privileged"]?.Boolean is { Value: true } privileged)
                yield return privileged.Location;
        }
    }
}
