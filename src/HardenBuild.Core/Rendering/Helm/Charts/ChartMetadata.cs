using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>What <c>Chart.yaml</c> says. Absent strings are empty, as in Go.</summary>
/// <remarks>Helm documentation, "The Chart.yaml File".</remarks>
internal sealed record ChartMetadata
{
    /// <summary>The mapping itself, for the places of its values.</summary>
    public required GoMap Fields { get; init; }

    public string Name { get; init; } = "";

    public string Version { get; init; } = "";

    public string ApiVersion { get; init; } = "";

    public string AppVersion { get; init; } = "";

    public string KubeVersion { get; init; } = "";

    /// <summary><c>application</c>, <c>library</c>, or empty for an application.</summary>
    public string Type { get; init; } = "";

    public string Description { get; init; } = "";

    public string Home { get; init; } = "";

    public string Icon { get; init; } = "";

    public string Condition { get; init; } = "";

    public string Tags { get; init; } = "";

    public bool IsDeprecated { get; init; }

    public ImmutableArray<string> Sources { get; init; } = [];

    public ImmutableArray<string> Keywords { get; init; } = [];

    public ImmutableArray<ChartMaintainer> Maintainers { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether there is a list of dependencies at all, be it empty: without one Helm never looks at the dependencies of subcharts.</summary>
    public bool ListsDependencies { get; init; }

    /// <summary>Those of <c>requirements.yaml</c> replace those of <c>Chart.yaml</c>, as in Helm.</summary>
    public ImmutableArray<ChartDependency> Dependencies { get; init; } = [];

    /// <summary>Holds nothing but named templates for other charts.</summary>
    public bool IsLibrary => Type.Equals("library", StringComparison.OrdinalIgnoreCase);
}
