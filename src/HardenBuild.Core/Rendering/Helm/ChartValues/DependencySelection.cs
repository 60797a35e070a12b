using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Decides by tags and conditions which subcharts take part in a release, and names them by their aliases.</summary>
/// <remarks>Helm's processDependencyEnabled (pkg/chart/v2/util/dependencies.go).</remarks>
internal sealed class DependencySelection(ValuesCoalescing coalescing)
{
    /// <param name="values">Those of the user; for a subchart all values of the release.</param>
    /// <param name="path">What stands before the paths of conditions: the names of the charts above, each with a dot.</param>
    public void Apply(ChartInstance chart, GoMap values, string path)
    {
        if (!chart.ListsDependencies)
            return;
        chart.Replace(Named(chart));
        var coalesced = coalescing.Coalesce(chart, values);
        var tags = ValuesPath.Table(coalesced, "tags");
        foreach (var dependency in chart.Dependencies)
        {
            if (ByCondition(dependency.Dependency, coalesced, path) is { } flag)
                (dependency.IsEnabled, dependency.DecidedBy) = (flag.Value, flag.Origin);
            else
                (dependency.IsEnabled, dependency.DecidedBy) = ByTags(dependency.Dependency, tags);
        }

        var disabled = new HashSet<string>(chart.Dependencies.Where(static dependency => !dependency.IsEnabled).Select(static dependency => dependency.Name), StringComparer.Ordinal);
        chart.Replace(chart.Subcharts.FindAll(subchart => !disabled.Contains(subchart.Name)));
        foreach (var subchart in chart.Subcharts)
        {
            subchart.Require(chart.Dependencies.Find(dependency => dependency.Name == subchart.Name)?.DecidedBy);
            Apply(subchart, coalesced, path + subchart.Name + ".");
        }

        chart.Dependencies = chart.Dependencies.FindAll(dependency => !disabled.Contains(dependency.Name));
    }

    /// <summary>Charts that no dependency names, then one for each dependency.</summary>
    private static List<ChartInstance> Named(ChartInstance chart)
    {
        var named = chart.Subcharts.FindAll(subchart => !chart.Dependencies.Exists(dependency => IsFor(dependency.Dependency, subchart)));
        foreach (var dependency in chart.Dependencies)
        {
            if (chart.Subcharts.Find(subchart => IsFor(dependency.Dependency, subchart)) is { } subchart)
                named.Add(subchart.As(dependency.Name));
        }

        return named;
    }

    private static bool IsFor(ChartDependency dependency, ChartInstance subchart) =>
        dependency.Name == subchart.Name && ChartVersion.IsInRange(subchart.Chart.Metadata.Version, dependency.Version);

    private static (bool IsEnabled, ValueOrigin? DecidedBy) ByTags(ChartDependency dependency, GoMap? tags)
    {
        var hasFalse = false;
        ValueOrigin? origin = null;
        foreach (var tag in dependency.Tags)
        {
            if (tags is null || !tags.Entries.TryGetValue(tag, out var value) || value is not GoBoolean flag)
                continue;
            if (flag.Value)
                return (true, flag.Origin);
            hasFalse = true;
            origin = ValueOrigin.Join(origin, flag.Origin);
        }

        return (!hasFalse, origin);
    }

    private static GoBoolean? ByCondition(ChartDependency dependency, GoMap values, string path)
    {
        if (dependency.Condition.Length == 0)
            return null;
        foreach (var condition in dependency.Condition.Trim().Split(','))
        {
            if (condition.Length > 0 && ValuesPath.Value(values, path + condition) is GoBoolean flag)
                return flag;
        }

        return null;
    }
}
