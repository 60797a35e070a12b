using HardenBuild.Model.Helm;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary><c>Chart.yaml</c> as it is written, for rules about its keys.</summary>
internal static class ChartYaml
{
    /// <summary>Null where the file is no mapping.</summary>
    public static YamlMapping? Of(ChartModel chart) => YamlFile.Parse(chart.Chart.MetadataFile.Source).Documents is [var document, ..] ? document.Root?.AsMapping : null;
}
