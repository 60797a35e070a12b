using System.Collections.Immutable;
using HardenBuild.Scanning.Scoring;

namespace HardenBuild.Scanning;

/// <summary>What a scan found, in an order that is the same on every machine: path, span, id.</summary>
public sealed record ScanResult
{
    /// <summary>The repository root that all paths are relative to; absolute, without a trailing separator.</summary>
    public required string Root { get; init; }

    /// <summary>Findings at severity silent or above, suppressed ones included.</summary>
    public required ImmutableArray<ReportedFinding> Findings { get; init; }

    /// <summary>Relative paths of the files that were read and understood, sorted.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Number of chart templates that were recognised but not rendered.</summary>
    public int TemplatesNotRendered { get; init; }

    /// <summary>The points of each Kubernetes object, in the order of the files; empty unless <see cref="ScanOptions.ScoreManifests"/> asks for them.</summary>
    public ImmutableArray<ManifestScore> Scores { get; init; } = [];

    /// <summary>Named paths that do not exist or cannot be read: one message a path.</summary>
    public ImmutableArray<string> PathErrors { get; init; } = [];
}
