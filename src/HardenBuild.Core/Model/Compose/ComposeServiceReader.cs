using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Turns a service's mapping into container options.</summary>
internal sealed class ComposeServiceReader(ComposeMapping project, RuleOptions options, RepositoryFiles? repository)
{
    private readonly ComposeFileReader _files = new(project, repository);
    private readonly ComposeMountReader _mounts = new(project);
    private readonly ComposeNetworkReader _networks = new(project);
    private readonly ComposeMapping? _models = project.Mapping("models");

    /// <param name="isComplete">Whether everything that is said of the service was read.</param>
    public ContainerOptions Read(Located<string> name, ComposeMapping service, bool isComplete)
    {
        var limits = ComposeLimitReader.Read(service, out var undetermined);
        var image = service["image"]?.Text;
        return new ContainerOptions
        {
            Name = name,
            Noun = "service",
            RuleOptions = options,
            IsComplete = isComplete && (service["image"] ?? service["build"]) is not null,
            Image = image,
            PullPolicy = service["pull_policy"]?.Text,
            Build = ComposeBuildReader.Read(service),
            Privileged = Boolean(service, "privileged", ContainerSettings.Privileged, ref undetermined),
            User = service["user"]?.Text,
            ReadOnlyRoot = Boolean(service, "read_only", ContainerSettings.ReadOnlyRoot, ref undetermined),
            NetworkMode = service["network_mode"]?.Text,
            Networks = _networks.Read(service),
            Links = [.. service.Texts("links", out _), .. service.Texts("external_links", out _)],
            Ports = ComposePortReader.Read(service),
            PidMode = service["pid"]?.Text,
            IpcMode = service["ipc"]?.Text,
            UtsMode = service["uts"]?.Text,
            CgroupMode = service["cgroup"]?.Text,
            UserNamespaceMode = service["userns_mode"]?.Text,
            AddedCapabilities = service.Texts("cap_add", out _),
            DroppedCapabilities = List(service, "cap_drop", ContainerSettings.CapabilitiesDropped, ref undetermined),
            SecurityOptions = List(service, "security_opt", ContainerSettings.SecurityOptions, ref undetermined),
            Sysctls = ComposeNamedValues.Read(service["sysctls"]),
            Devices = ComposeMountReader.ReadDevices(service),
            DeviceCgroupRules = service.Texts("device_cgroup_rules", out _),
            Mounts = _mounts.Read(service),
            UsesApiSocket = service["use_api_socket"]?.Boolean,
            Limits = limits,
            Restart = ReadRestart(service),
            Healthcheck = ComposeHealthcheckReader.Read(service),
            Logging = ReadLogging(service, ref undetermined),
            HasTerminal = service["tty"]?.Boolean,
            KeepsInputOpen = service["stdin_open"]?.Boolean,
            Environment = ComposeNamedValues.Read(service["environment"]),
            EnvironmentFiles = [.. _files.EnvironmentFiles(service)],
            SecretFiles = [.. _files.SecretFiles(service)],
            Labels = ComposeNamedValues.Read(service["labels"]),
            Commands = ComposeCommandReader.Read(service, image?.Value),
            CommandWords = [.. ComposeWords.Read(service["entrypoint"]), .. ComposeWords.Read(service["command"])],
            Hooks = [.. ComposeHookReader.Read(service)],
            Provider = ReadProvider(service),
            ModelFlags = [.. ReadModelFlags(service)],
            Undetermined = undetermined | UndeterminedOf(service, image),
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

    private static RestartPolicy? ReadRestart(ComposeMapping service)
    {
        if (service["restart"]?.Text is { } restart)
            return RestartPolicy.Parse(restart);
        var policy = service.Mapping("deploy")?.Mapping("restart_policy");
        return policy?["condition"]?.Text is { } condition ? new RestartPolicy(condition, policy!["max_attempts"]?.Integer?.Value) : null;
    }

    private static ContainerLogging? ReadLogging(ComposeMapping service, ref ContainerSettings undetermined)
    {
        if (service.Mapping("logging") is not { } logging)
            return null;
        var driver = logging["driver"];
        var name = driver?.Text;
        if (driver is not null && name is null)
            undetermined |= ContainerSettings.Logging;
        return new ContainerLogging(name, ComposeNamedValues.Read(logging["options"]));
    }

    private IEnumerable<Located<string>> ReadModelFlags(ComposeMapping service)
    {
        foreach (var member in service.Mapping("models")?.Members ?? [])
        {
            foreach (var flag in _models?.Mapping(member.Key.Value)?.Texts("runtime_flags", out _) ?? [])
                yield return flag;
        }
    }

    private static ContainerProvider? ReadProvider(ComposeMapping service)
    {
        return service.Mapping("provider") is not { } provider ? null : new ContainerProvider(provider["type"]?.Text, ComposeNamedValues.Read(provider["options"]));
    }

    private static ContainerSettings UndeterminedOf(ComposeMapping service, Located<string>? image)
    {
        var undetermined = ContainerSettings.None;
        if (service["image"] is not null && image is null)
            undetermined |= ContainerSettings.Image;
        if (service["env_file"] is not null)
            undetermined |= ContainerSettings.Environment;
        if (service["volumes_from"] is not null)
            undetermined |= ContainerSettings.Mounts;
        return undetermined;
    }
}
