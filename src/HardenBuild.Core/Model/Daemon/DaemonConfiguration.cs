using System.Collections.Immutable;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>What a <c>daemon.json</c>, or the flags of a command line, tell dockerd.</summary>
/// <remarks>A key that is not written is null, and so is one whose value has the wrong type: only for the first kind <see cref="AbsenceOf"/> has a place.
/// Keys: docs.docker.com/reference/cli/dockerd, "Daemon configuration file".</remarks>
internal sealed class DaemonConfiguration
{
    private readonly DaemonSettings _settings;

    private DaemonConfiguration(SourceText source, DaemonSettings settings, bool isFile)
    {
        _settings = settings;
        Source = source;
        IsFile = isFile;
        InterContainerCommunication = settings.Boolean("icc");
        NoNewPrivileges = settings.Boolean("no-new-privileges");
        UserNamespaceRemap = settings.Text("userns-remap");
        SeccompProfile = settings.Text("seccomp-profile");
        Bridge = settings.Text("bridge");
        Tls = new DaemonTls(settings);
        Hosts = [.. settings.List("hosts").Select(DaemonHost.Parse)];
        InsecureRegistries = [.. settings.List("insecure-registries").Select(InsecureRegistry.Parse)];
        IsForWindows = DaemonPlatform.IsWindows(settings, Hosts);
    }

    public SourceText Source { get; }

    /// <summary>Whether the settings are those of a file, not the flags of a command.</summary>
    public bool IsFile { get; }

    /// <summary>Every setting by its key in <c>daemon.json</c>, where no property says more.</summary>
    public DaemonSettings Settings => _settings;

    /// <summary>What makes dockerd refuse the file, in order; empty for flags.</summary>
    public IReadOnlyList<(SourceLocation Location, string Problem)> FileProblems { get; private init; } = [];

    /// <summary><c>icc</c>: whether containers of the default bridge network reach each other. dockerd's default is true.</summary>
    public Located<bool>? InterContainerCommunication { get; }

    /// <summary><c>no-new-privileges</c>: the default of every container. dockerd's default is false.</summary>
    public Located<bool>? NoNewPrivileges { get; }

    /// <summary><c>userns-remap</c>: <c>default</c>, or the user whose subordinate ids containers get. Empty is off, as is dockerd's default.</summary>
    public Located<string>? UserNamespaceRemap { get; }

    /// <summary><c>seccomp-profile</c>: <c>builtin</c>, <c>unconfined</c> or a path. dockerd's default is <c>builtin</c>.</summary>
    public Located<string>? SeccompProfile { get; }

    /// <summary><c>bridge</c>: the interface of the default bridge network, or <c>none</c> for no such network.</summary>
    public Located<string>? Bridge { get; }

    public DaemonTls Tls { get; }

    /// <summary><c>hosts</c>: the sockets of the API, in order; items that are no text are left out.</summary>
    public ImmutableArray<DaemonHost> Hosts { get; }

    /// <summary><c>insecure-registries</c>, in order; items that are no text are left out.</summary>
    public ImmutableArray<InsecureRegistry> InsecureRegistries { get; }

    /// <summary>Something in the file makes sense for a Windows daemon only; keys about Linux kernels do not apply there.</summary>
    public bool IsForWindows { get; }

    /// <summary>A daemon that runs as a normal user, in a user namespace of its own, reads its configuration from the user's <c>.config</c> folder.</summary>
    /// <remarks>docs.docker.com/engine/security/rootless/tips, "Daemon configuration".</remarks>
    public bool IsRootless => ("/" + Source.Path).EndsWith("/.config/docker/daemon.json", StringComparison.Ordinal);

    /// <summary>The opening brace where <paramref name="key"/> is not written; null where it is, and where the text is not JSON, so that it may hide the key.</summary>
    public SourceLocation? AbsenceOf(string key) => _settings.AbsenceOf(key);

    /// <summary>The configuration in the first document of a file; null where there is none that can be read.</summary>
    public static DaemonConfiguration? Create(YamlFile file) => file.Documents is [{ Root: YamlMapping root }, ..]
        ? new DaemonConfiguration(file.Source, new DaemonFileSettings(root), isFile: true) { FileProblems = DaemonFileCheck.Run(file, root) }
        : null;

    /// <summary>The flags of a command line that starts dockerd.</summary>
    /// <param name="source">The text that the invocation's spans lie in.</param>
    public static DaemonConfiguration Create(Invocation dockerd, SourceText source) => new(source, new DaemonFlagSettings(dockerd, source), isFile: false);
}
