using System.Collections.Immutable;

namespace HardenBuild.Scanning.Charts;

/// <summary>What <c>hardenbuild render</c> is asked for; every path is absolute.</summary>
public sealed record ChartTemplateOptions
{
    /// <summary>The chart's folder or package.</summary>
    public required string Chart { get; init; }

    /// <summary>Null means what <c>helm template</c> calls a release that nobody names.</summary>
    public string? ReleaseName { get; init; }

    public string? Namespace { get; init; }

    /// <summary>Values files; later ones win.</summary>
    public ImmutableArray<string> ValuesFiles { get; init; } = [];

    /// <summary>What follows <c>--set</c>.</summary>
    public ImmutableArray<string> Set { get; init; } = [];

    /// <summary>What follows <c>--set-string</c>.</summary>
    public ImmutableArray<string> SetText { get; init; } = [];

    /// <summary>What follows <c>--set-json</c>.</summary>
    public ImmutableArray<string> SetJson { get; init; } = [];

    /// <summary>What follows <c>--set-file</c>.</summary>
    public ImmutableArray<string> SetFile { get; init; } = [];

    /// <summary>Gives the absolute path of a file that <see cref="SetFile"/> names.</summary>
    public Func<string, string> FullPath { get; init; } = static path => path;

    /// <summary>What follows <c>--set-literal</c>.</summary>
    public ImmutableArray<string> SetLiteral { get; init; } = [];

    /// <summary>The version of Kubernetes; null means the one that the version of Helm assumes.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>API versions that the cluster knows beside Kubernetes' own.</summary>
    public ImmutableArray<string> ApiVersions { get; init; } = [];

    /// <summary>The version of Helm to render as, such as 3.18; null means a recent one.</summary>
    public string? HelmVersion { get; init; }

    /// <summary>Patterns of the templates to print; empty means all.</summary>
    public ImmutableArray<string> ShowOnly { get; init; } = [];

    public bool SkipTests { get; init; }

    public bool IncludeCustomResources { get; init; }
}
