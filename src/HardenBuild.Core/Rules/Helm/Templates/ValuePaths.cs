using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>The values that nodes of a template name.</summary>
internal static class ValuePaths
{
    /// <summary>The path below <c>.Values</c>, <c>image</c> and <c>tag</c> for <c>.Values.image.tag</c>; empty where the node is something else.</summary>
    public static ReadOnlySpan<string> Of(GoTemplateNode node) => node switch
    {
        FieldNode { Fields: ["Values", _, ..] fields } => fields.AsSpan(1),
        VariableNode { Name: "$", Fields: ["Values", _, ..] fields } => fields.AsSpan(1),
        _ => [],
    };

    /// <summary>What the chart's own values hold at a path; null where they do not have it.</summary>
    public static GoValue? Find(ChartModel chart, ReadOnlySpan<string> path) => Find(chart.Chart.Values, path);

    /// <summary>What values hold at a path; null where they do not have it.</summary>
    public static GoValue? Find(GoMap values, ReadOnlySpan<string> path)
    {
        GoValue value = values;
        foreach (var key in path)
        {
            if (value is not GoMap map || !map.Entries.TryGetValue(key, out value!))
                return null;
        }

        return value;
    }
}
