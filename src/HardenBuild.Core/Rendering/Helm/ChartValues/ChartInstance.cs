using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>A chart in one release: under the name that its parent gives it, with the subcharts that the values switch on.</summary>
internal sealed class ChartInstance
{
    private ChartInstance(Chart chart, string name)
    {
        Chart = chart;
        Name = name;
        Values = chart.Values;
        foreach (var dependency in chart.Metadata.Dependencies)
            Dependencies.Add(new DependencyState(dependency));
        foreach (var subchart in chart.Subcharts)
            Subcharts.Add(new ChartInstance(subchart, subchart.Name));
        Adopt(Subcharts);
    }

    public Chart Chart { get; }

    /// <summary>The chart's name, or the alias that a dependency gives it.</summary>
    public string Name { get; }

    public ChartInstance? Parent { get; private set; }

    /// <summary>The values that switched it on, and those of the charts around it; null where it always takes part.</summary>
    public ValueOrigin? Condition { get; private set; }

    /// <summary>The chart's default values, later with what it imports from its subcharts. Shared with the chart: copied before anything changes.</summary>
    public GoMap Values { get; set; }

    public List<DependencyState> Dependencies { get; set; } = [];

    /// <summary>Helm knows a list of dependencies that is empty and one that is absent; once all are switched off it is absent.</summary>
    public bool ListsDependencies => Dependencies.Count > 0 || Chart.Metadata is { ListsDependencies: true, Dependencies.IsEmpty: true };

    public List<ChartInstance> Subcharts { get; private set; } = [];

    /// <summary>The start of the names of its templates: <c>web/charts/cache</c>.</summary>
    public string FullPath => Parent is null ? Name : Parent.FullPath + "/charts/" + Name;

    /// <summary>The chart that a release is made of.</summary>
    public static ChartInstance Root(Chart chart) => new(chart, chart.Name);

    /// <summary>Another use of the same chart.</summary>
    public ChartInstance As(string name) => new(Chart, name);

    /// <summary>Says what switched it on.</summary>
    public void Require(ValueOrigin? condition) => Condition = ValueOrigin.Join(condition, Parent?.Condition);

    public void Replace(List<ChartInstance> subcharts)
    {
        Adopt(subcharts);
        Subcharts = subcharts;
    }

    public override string ToString() => FullPath;

    private void Adopt(List<ChartInstance> subcharts)
    {
        foreach (var subchart in subcharts)
            subchart.Parent = this;
    }
}
