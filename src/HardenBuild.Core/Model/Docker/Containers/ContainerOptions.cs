using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>How a container is started: what a Compose service, the flags of <c>docker run</c> and the like boil down to.</summary>
/// <remarks>Values are resolved; one that cannot be told without the user's environment is absent and, where it matters, in <see cref="Undetermined"/>.</remarks>
internal sealed record ContainerOptions
{
    /// <summary>What the container is called, and where.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What the container is in its format's words, <c>service</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>The construct's name independent of its line, <c>service web</c>.</summary>
    public string LogicalPath => Noun + " " + Name.Value;

    /// <summary>The options of rules in force for the file that names the container.</summary>
    public RuleOptions RuleOptions { get; init; } = RuleOptions.Defaults;

    /// <summary>False when further options come from a place that was not read, so that nothing can be said to be absent.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Settings that are written but whose value cannot be told.</summary>
    public ContainerSettings Undetermined { get; init; }

    /// <summary>The image reference as written, variables resolved.</summary>
    public Located<string>? Image { get; init; }

    /// <summary>When the image is fetched anew: <c>always</c>, <c>missing</c>, <c>never</c>.</summary>
    public Located<string>? PullPolicy { get; init; }

    /// <summary>Null where the image is taken as it is.</summary>
    public ContainerBuild? Build { get; init; }

    public Located<bool>? Privileged { get; init; }

    /// <summary>User and perhaps group, <c>1000:1000</c>.</summary>
    public Located<string>? User { get; init; }

    public Located<bool>? ReadOnlyRoot { get; init; }

    public Located<string>? NetworkMode { get; init; }

    /// <summary>The networks that the container is in; empty where nothing is said of them.</summary>
    public ImmutableArray<ContainerNetwork> Networks { get; init; } = [];

    /// <summary>Containers that are reached by an alias, <c>db:database</c>.</summary>
    public ImmutableArray<Located<string>> Links { get; init; } = [];

    public ImmutableArray<PublishedPort> Ports { get; init; } = [];

    public Located<string>? PidMode { get; init; }

    public Located<string>? IpcMode { get; init; }

    public Located<string>? UtsMode { get; init; }

    public Located<string>? CgroupMode { get; init; }

    public Located<string>? UserNamespaceMode { get; init; }

    /// <summary>Capabilities as written, with or without <c>CAP_</c>, in any case.</summary>
    public ImmutableArray<Located<string>> AddedCapabilities { get; init; } = [];

    public ImmutableArray<Located<string>> DroppedCapabilities { get; init; } = [];

    /// <summary><c>name:value</c>, <c>name=value</c> or a name alone.</summary>
    public ImmutableArray<Located<string>> SecurityOptions { get; init; } = [];

    /// <summary>Kernel settings of the container's namespaces.</summary>
    public ImmutableArray<NamedValue> Sysctls { get; init; } = [];

    /// <summary>Devices of the host by path, <c>/dev/sda</c>, or by CDI name, <c>vendor.com/class=name</c>.</summary>
    public ImmutableArray<Located<string>> Devices { get; init; } = [];

    /// <summary>Rules of the cgroup about devices, <c>c 189:* rmw</c>.</summary>
    public ImmutableArray<Located<string>> DeviceCgroupRules { get; init; } = [];

    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Set where the container is given Docker's own socket and credentials by name rather than by a mount.</summary>
    public Located<bool>? UsesApiSocket { get; init; }

    public ContainerLimits Limits { get; init; } = ContainerLimits.None;

    public RestartPolicy? Restart { get; init; }

    public ContainerHealthcheck? Healthcheck { get; init; }

    public ContainerLogging? Logging { get; init; }

    public Located<bool>? HasTerminal { get; init; }

    public Located<bool>? KeepsInputOpen { get; init; }

    public ImmutableArray<NamedValue> Environment { get; init; } = [];

    /// <summary>Files with further environment variables.</summary>
    public ImmutableArray<ContainerFile> EnvironmentFiles { get; init; } = [];

    /// <summary>Files that the container is given as secrets.</summary>
    public ImmutableArray<ContainerFile> SecretFiles { get; init; } = [];

    public ImmutableArray<NamedValue> Labels { get; init; } = [];

    /// <summary>Programs that the container starts, as far as the options say.</summary>
    public ImmutableArray<ContainerCommand> Commands { get; init; } = [];

    /// <summary>The words of entry point and command, variables left out but their defaults taken; a whole script is one word.</summary>
    public ImmutableArray<Located<string>> CommandWords { get; init; } = [];

    public ImmutableArray<ContainerHook> Hooks { get; init; } = [];

    public ContainerProvider? Provider { get; init; }

    /// <summary>Flags for the programs that run the language models which the container uses.</summary>
    public ImmutableArray<Located<string>> ModelFlags { get; init; } = [];

    /// <summary>Whether a setting's absence can be told from its presence.</summary>
    public bool IsKnown(ContainerSettings setting) => IsComplete && (Undetermined & setting) == 0;
}
