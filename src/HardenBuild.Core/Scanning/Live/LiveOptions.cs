using System.Collections.Immutable;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Scanning.Live;

/// <summary>How files are scanned while they are edited.</summary>
/// <remarks>Made through its constructor: an <c>init</c> accessor of this assembly's netstandard2.0 build is not that of its net8.0 build, and the analyzer meets both.</remarks>
/// <param name="Root">Absolute path of the repository root, or of the nearest folder that is known; paths below it are reported relative to it.</param>
/// <param name="Exclude">Globs relative to the root.</param>
/// <param name="Diagnostics">Rule ids to run; empty means all.</param>
/// <param name="Baseline">Absolute path of the baseline; null means the file of the usual name in the root, if there is one.</param>
public sealed record LiveOptions(
    string Root,
    RuleMode Mode,
    RuleLevel Level,
    ClusterTarget Cluster,
    ImmutableArray<string> Exclude,
    ImmutableArray<string> Diagnostics,
    string? Baseline)
{
    /// <summary>Whether the options say the same; equality of the record compares lists by where they are kept.</summary>
    public bool IsSame(LiveOptions other) =>
        Root == other.Root && Mode == other.Mode && Level.Name == other.Level.Name && Cluster == other.Cluster && Baseline == other.Baseline
        && Exclude.SequenceEqual(other.Exclude) && Diagnostics.SequenceEqual(other.Diagnostics);
}
