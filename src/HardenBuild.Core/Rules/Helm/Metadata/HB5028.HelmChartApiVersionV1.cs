using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A chart in the format of Helm 2.</summary>
internal sealed class HelmChartApiVersionV1() : ChartRule("HB5028", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (ChartFields.Text(chart, "apiVersion") is { Value: "v1" } version)
            yield return Report(version.Location, chart.Chart.Name);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmChartApiVersionV1),
        Title = "Chart has the format of Helm 2",
        MessageFormat = "The chart '{0}' has the format of Helm 2; write 'apiVersion: v2' and move dependencies from 'requirements.yaml' to 'Chart.yaml'",
        Rationale = "Helm 2 has had no security fixes since 2020. Types of charts and dependencies in Chart.yaml need apiVersion v2.",
        WhenToIgnore = "While somebody still installs the chart with Helm 2.",
        CatalogueSlugs = ["helm-chart-api-version-v1"],
        RollsUpCharts = true,
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477)],
        Violations = [new("Chart.yaml", "apiVersion: [|v1|]\nname: shop\nversion: 1.0.0\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n")],
    };
}
