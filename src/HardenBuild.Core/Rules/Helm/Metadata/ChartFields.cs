using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>Where the values of <c>Chart.yaml</c> are written.</summary>
internal static class ChartFields
{
    /// <summary>A text of the chart itself; null where it is absent or no text.</summary>
    public static Located<string>? Text(ChartModel chart, string name) => Text(chart.Chart.Metadata.Fields, name);

    /// <summary>The dependencies with the fields that they are written in; those of <c>requirements.yaml</c> have none here.</summary>
    public static IEnumerable<(ChartDependency Dependency, GoMap Fields)> Dependencies(ChartModel chart)
    {
        if (!chart.Chart.Metadata.Fields.Entries.TryGetValue("dependencies", out var list) || list is not GoList { Items: var items }
            || items.Count != chart.Chart.Metadata.Dependencies.Length)
            yield break;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is GoMap fields)
                yield return (chart.Chart.Metadata.Dependencies[i], fields);
        }
    }

    public static Located<string>? Text(GoMap fields, string name) =>
        fields.Entries.TryGetValue(name, out var value) && value is GoString { Origin.Location: { } location } text ? new Located<string>(text.Value, location) : null;
}
