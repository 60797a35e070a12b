using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>An entry of <c>dependencies</c> in <c>Chart.yaml</c> or <c>requirements.yaml</c>.</summary>
/// <remarks>Helm documentation, "The Chart.yaml File". Absent strings are empty, as in Go.</remarks>
internal sealed record ChartDependency
{
    /// <summary>Where the entry is written.</summary>
    public required SourceLocation Location { get; init; }

    public required string Name { get; init; }

    /// <summary>A range of versions.</summary>
    public string Version { get; init; } = "";

    public string Repository { get; init; } = "";

    /// <summary>Paths of values, separated by commas; the first one that is a boolean decides.</summary>
    public string Condition { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Strings, or mappings with <c>child</c> and <c>parent</c>.</summary>
    public ImmutableArray<GoValue> ImportValues { get; init; } = [];

    public string Alias { get; init; } = "";

    /// <summary>What the subchart is called in the values and in the paths of its templates.</summary>
    public string EffectiveName => Alias.Length > 0 ? Alias : Name;
}
