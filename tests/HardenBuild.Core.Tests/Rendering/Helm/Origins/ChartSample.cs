using HardenBuild.Core.Tests.Rendering.Helm.Charts;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>A chart that can be rendered with other defaults.</summary>
internal sealed class ChartSample
{
    private readonly Chart _chart;

    private ChartSample(RepositoryFiles files, string folder)
    {
        _chart = new ChartLoader(files).Load(folder).Chart ?? throw new InvalidOperationException(folder + " is no chart");
        Values = files.Read(Path.Combine(folder, "values.yaml").Replace('\\', '/')) ?? SourceText.From("values.yaml", "");
    }

    /// <summary>The chart's <c>values.yaml</c>.</summary>
    public SourceText Values { get; }

    public static ChartSample Of(ChartFiles files) => new(files, "web");

    public static ChartSample OnDisk(string folder)
    {
        var chart = ChartOnDisk.Open(folder, out var problem) ?? throw new InvalidOperationException(problem);
        return new ChartSample(chart.Files, chart.Path);
    }

    /// <summary>Renders with a changed <c>values.yaml</c>, given on top of the chart's own so that the parsed templates serve again.</summary>
    public RenderedChart Render(SourceText values, bool isTracing = true) => ChartRenderer.Render(
        _chart, new UserValues([values], []), new RenderOptions { IsTracing = isTracing }, TestContext.Current.CancellationToken);
}
