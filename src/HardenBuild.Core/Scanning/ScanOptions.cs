using System.Collections.Immutable;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Scanning;

/// <summary>What to scan and how; every path is absolute.</summary>
public sealed record ScanOptions
{
    /// <summary>Files and folders to scan. A file is always taken, whatever its name or <c>.gitignore</c> says.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>The repository root; null means the nearest ancestor of the first path with <c>.git</c>, else that path's folder.</summary>
    public string? Root { get; init; }

    public RuleMode Mode { get; init; } = RuleMode.Default;

    public RuleLevel Level { get; init; } = RuleLevel.Latest;

    /// <summary>Globs relative to the root, <c>deploy/**</c>; empty means all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Rule ids to run; empty means all.</summary>
    public ImmutableArray<string> Diagnostics { get; init; } = [];

    public ClusterTarget Cluster { get; init; } = ClusterTarget.Unspecified;

    /// <summary>Values files that every chart is rendered with once more, in Helm's order; absolute.</summary>
    public ImmutableArray<string> ChartValuesFiles { get; init; } = [];

    /// <summary>Values for the same, as Helm takes them after <c>--set</c>.</summary>
    public ImmutableArray<string> ChartSet { get; init; } = [];

    /// <summary>Values for the same out of files, as Helm takes them after <c>--set-file</c>.</summary>
    public ImmutableArray<string> ChartSetFile { get; init; } = [];

    /// <summary>The folder that paths in <see cref="ChartSetFile"/> are relative to; absolute. Null means the root.</summary>
    public string? ChartSetFolder { get; init; }

    /// <summary>Whether <see cref="ScanResult.Scores"/> are wanted.</summary>
    public bool ScoreManifests { get; init; }

    /// <summary>The file of findings that are not reported; absolute. Null means <c>hardenbuild.baseline.json</c> in the repository root, if there is one.</summary>
    public string? Baseline { get; init; }

    /// <summary>False reports what the baseline holds.</summary>
    public bool UseBaseline { get; init; } = true;

    /// <summary>False ignores <c>.editorconfig</c>, <c>.globalconfig</c>, other tools' configuration files and the baseline.</summary>
    public bool UseConfiguration { get; init; } = true;

    /// <summary>False reports what comments would silence: the auditor's view.</summary>
    public bool UseSuppressions { get; init; } = true;
}
