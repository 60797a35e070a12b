using System.Collections.Immutable;

namespace HardenBuild.Scanning.Discovery;

/// <summary>What a scan has to read. All lists are sorted by path, ordinally.</summary>
internal sealed record DiscoveredInputs
{
    /// <summary>The repository root: absolute, without a trailing separator.</summary>
    public required string Root { get; init; }

    public required ImmutableArray<InputFile> Files { get; init; }

    /// <summary>Absolute paths of the <c>.editorconfig</c> files in the scanned folders and above them, up to the first that says <c>root = true</c>.</summary>
    public ImmutableArray<string> EditorConfigs { get; init; } = [];

    /// <summary>Absolute paths of the <c>.globalconfig</c> files in the scanned folders and all folders above, where the SDK takes them from.</summary>
    public ImmutableArray<string> GlobalConfigs { get; init; } = [];

    /// <summary>Absolute paths of the configuration files of other tools in the scanned folders and above them, up to the root.</summary>
    public ImmutableArray<string> PeerConfigurations { get; init; } = [];

    /// <summary>Absolute paths of the <c>.env</c> files that no ignore file hides: those that belong to the repository, not to one machine.</summary>
    public ImmutableArray<string> EnvironmentFiles { get; init; } = [];

    /// <summary>Absolute paths of the project files in the scanned folders.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Folders that could not be listed and links that could not be followed; each is a finding of <c>HB0001</c>.</summary>
    public ImmutableArray<UnreadablePath> UnreadablePaths { get; init; } = [];

    /// <summary>Named paths that do not exist, cannot be read or cannot be told: one message a path, in the order they were named.</summary>
    public ImmutableArray<string> PathErrors { get; init; } = [];
}
