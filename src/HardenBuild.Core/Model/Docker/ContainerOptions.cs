using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

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

    /// <summary>False when further options come from a place that was not read, so that nothing can be said to be absent.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Settings that are written but whose value cannot be told.</summary>
    public ContainerSettings Undetermined { get; init; }

    /// <summary>The image reference as written, variables resolved.</summary>
    public Located<string>? Image { get; init; }

    public Located<bool>? Privileged { get; init; }

    /// <summary>Commands of the container's life cycle that run privileged although the container may not.</summary>
    public ImmutableArray<SourceLocation> PrivilegedHooks { get; init; } = [];

    /// <summary>User and perhaps group, <c>1000:1000</c>.</summary>
    public Located<string>? User { get; init; }

    public Located<bool>? ReadOnlyRoot { get; init; }

    public Located<string>? NetworkMode { get; init; }

    /// <summary>The network while the container's image is built.</summary>
    public Located<string>? BuildNetwork { get; init; }

    public Located<string>? PidMode { get; init; }

    public Located<string>? IpcMode { get; init; }

    public Located<string>? UserNamespaceMode { get; init; }

    /// <summary>Capabilities as written, with or without <c>CAP_</c>, in any case.</summary>
    public ImmutableArray<Located<string>> AddedCapabilities { get; init; } = [];

    public ImmutableArray<Located<string>> DroppedCapabilities { get; init; } = [];

    /// <summary><c>name:value</c>, <c>name=value</c> or a name alone.</summary>
    public ImmutableArray<Located<string>> SecurityOptions { get; init; } = [];

    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>Set where the container is given Docker's own socket and credentials by name rather than by a mount.</summary>
    public Located<bool>? UsesApiSocket { get; init; }

    public ImmutableArray<EnvironmentVariable> Environment { get; init; } = [];

    public ImmutableArray<EnvironmentVariable> BuildArguments { get; init; } = [];

    /// <summary>Programs that the container starts, as far as the options say.</summary>
    public ImmutableArray<ContainerCommand> Commands { get; init; } = [];

    /// <summary>Whether a setting's absence can be told from its presence.</summary>
    public bool IsKnown(ContainerSettings setting) => IsComplete && (Undetermined & setting) == 0;
}
