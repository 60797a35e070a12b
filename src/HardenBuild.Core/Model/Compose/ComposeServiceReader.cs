using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Turns a service's mapping into container options.</summary>
internal sealed class ComposeServiceReader(ComposeLayers project, ComposeValues values, RuleOptions options, bool isFragment)
{
    private readonly ComposeMountReader _mounts = new(project, values);
    private readonly ComposePortReader _ports = new(values);
    private readonly ComposeLimitReader _limits = new(values);
    private readonly ComposeNetworkReader _networks = new(project, values);
    private readonly ComposeLayers _models = project.Nested("models");

    public ComposeService Read(YamlScalar name, ComposeLayers service)
    {
        var limits = _limits.Read(service, out var undetermined);
        var image = values.Text(service.Last("image"));
        var container = new ContainerOptions
        {
            Name = new Located<string>(name.Value, name.Location),
            Noun = "service",
            RuleOptions = options,
            IsComplete = !isFragment && service.Last("extends") is null && (service.Last("image") ?? service.Last("build")) is not null,
            Image = image,
            PullPolicy = values.Text(service.Last("pull_policy")),
            Build = ComposeBuildReader.Read(service, values),
            Privileged = Boolean(service, "privileged", ContainerSettings.Privileged, ref undetermined),
            User = values.Text(service.Last("user")),
            ReadOnlyRoot = Boolean(service, "read_only", ContainerSettings.ReadOnlyRoot, ref undetermined),
            NetworkMode = values.Text(service.Last("network_mode")),
            Networks = _networks.Read(service),
            Links = [.. values.List(service.All("links"), out _), .. values.List(service.All("external_links"), out _)],
            Ports = _ports.Read(service.All("ports")),
            PidMode = values.Text(service.Last("pid")),
            IpcMode = values.Text(service.Last("ipc")),
            UtsMode = values.Text(service.Last("uts")),
            CgroupMode = values.Text(service.Last("cgroup")),
            UserNamespaceMode = values.Text(service.Last("userns_mode")),
            AddedCapabilities = values.List(service.All("cap_add"), out _),
            DroppedCapabilities = List(service, "cap_drop", ContainerSettings.CapabilitiesDropped, ref undetermined),
            SecurityOptions = List(service, "security_opt", ContainerSettings.SecurityOptions, ref undetermined),
            Sysctls = ComposeNamedValues.Read(service.All("sysctls"), values),
            Devices = _mounts.ReadDevices(service),
            DeviceCgroupRules = values.List(service.All("device_cgroup_rules"), out _),
            Mounts = _mounts.Read(service),
            UsesApiSocket = values.Boolean(service.Last("use_api_socket")),
            Limits = limits,
            Restart = ReadRestart(service),
            Healthcheck = ComposeHealthcheckReader.Read(service, values),
            Logging = ReadLogging(service, ref undetermined),
            HasTerminal = values.Boolean(service.Last("tty")),
            KeepsInputOpen = values.Boolean(service.Last("stdin_open")),
            Environment = ComposeNamedValues.Read(service.All("environment"), values),
            EnvironmentFiles = [.. ReadEnvironmentFiles(service)],
            Labels = ComposeNamedValues.Read(service.All("labels"), values),
            Commands = ComposeCommandReader.Read(service, image?.Value, values),
            CommandWords = [.. ComposeWords.Read(service.Last("entrypoint")), .. ComposeWords.Read(service.Last("command"))],
            Hooks = [.. ComposeHookReader.Read(service, values)],
            Provider = ReadProvider(service),
            ModelFlags = [.. values.Names(service.All("models")).SelectMany(model => values.List(_models.Nested(model.Value).All("runtime_flags"), out _))],
            Undetermined = undetermined | UndeterminedOf(service, image),
        };
        return new ComposeService(container, service);
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

    private RestartPolicy? ReadRestart(ComposeLayers service)
    {
        if (values.Text(service.Last("restart")) is { } restart)
            return RestartPolicy.Parse(restart);
        var policy = service.Nested("deploy").Nested("restart_policy");
        return values.Text(policy.Last("condition")) is { } condition ? new RestartPolicy(condition, values.Integer(policy.Last("max_attempts"))?.Value) : null;
    }

    /// <remarks>The options of an overridden file hold only where it names the same driver.</remarks>
    private ContainerLogging? ReadLogging(ComposeLayers service, ref ContainerSettings undetermined)
    {
        var logging = service.Nested("logging");
        if (logging.IsEmpty)
            return null;
        var driver = logging.Last("driver");
        var name = values.Text(driver);
        if (driver is not null && name is null)
            undetermined |= ContainerSettings.Logging;
        return new ContainerLogging(name, ComposeNamedValues.Read(logging.All("options"), values));
    }

    private IEnumerable<Located<string>> ReadEnvironmentFiles(ComposeLayers service)
    {
        foreach (var layer in service.All("env_file"))
        {
            if (values.Text(layer) is { } single)
                yield return single;
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                if (values.Text(item.AsMapping is { } mapping ? mapping["path"] : item) is { } path)
                    yield return path;
            }
        }
    }

    private ContainerProvider? ReadProvider(ComposeLayers service)
    {
        var provider = service.Nested("provider");
        return provider.IsEmpty ? null : new ContainerProvider(values.Text(provider.Last("type")), ComposeNamedValues.Read(provider.All("options"), values));
    }

    private static ContainerSettings UndeterminedOf(ComposeLayers service, Located<string>? image)
    {
        var undetermined = ContainerSettings.None;
        if (service.Last("image") is not null && image is null)
            undetermined |= ContainerSettings.Image;
        if (service.Last("env_file") is not null)
            undetermined |= ContainerSettings.Environment;
        if (service.Last("volumes_from") is not null)
            undetermined |= ContainerSettings.Mounts;
        return undetermined;
    }
}
