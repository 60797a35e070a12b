using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>What came of rendering a chart.</summary>
internal sealed record RenderedChart
{
    /// <summary>The objects in the order in which Helm installs them, then the hooks in the order of their kinds.</summary>
    public ImmutableArray<RenderedManifest> Manifests { get; init; } = [];

    /// <summary>Each file of <c>templates/</c> that rendered, in ordinal order of the names; files of named templates and notes are not among them.</summary>
    public ImmutableArray<RenderedFile> Files { get; init; } = [];

    /// <summary>The files of <c>crds/</c> of the chart and of its enabled subcharts, which Helm installs as they stand.</summary>
    public ImmutableArray<CustomResourceFile> CustomResources { get; init; } = [];

    /// <summary>What <c>NOTES.txt</c> of the chart says after an installation; null where there is none.</summary>
    public TracedText? Notes { get; init; }

    /// <summary>What could not be rendered. With <see cref="RenderOptions.StopsAtFirstError"/> there is one at most, and nothing else.</summary>
    public ImmutableArray<ChartError> Errors { get; init; } = [];

    /// <summary>The values that the templates of the chart saw.</summary>
    public GoMap Values { get; init; } = new();
}
