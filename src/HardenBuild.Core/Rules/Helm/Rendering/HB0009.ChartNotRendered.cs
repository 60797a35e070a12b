using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A chart that cannot be loaded, or whose values do not fit together.</summary>
internal sealed class ChartNotRendered() : ChartErrorRule("HB0009", RuleSeverity.Error)
{
    public static ChartNotRendered Instance { get; } = new();

    /// <summary>For a chart of which not even <c>Chart.yaml</c> can be read.</summary>
    public Finding At(ChartError error) => Report(error.Location, error.Reason);

    protected override bool IsAbout(ChartError error) =>
        error.Kind is ChartErrorKind.Unreadable or ChartErrorKind.Values or ChartErrorKind.KubernetesVersion or ChartErrorKind.Limit;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ChartNotRendered),
        Title = "Chart cannot be rendered",
        MessageFormat = "The chart, or a part of it, is not rendered and not checked: {0}",
        Rationale = "What is not rendered is not checked, and that must not look like a clean result. Causes are a file of the chart that cannot be read, values that do not fit together, "
            + "a version of Kubernetes that the chart refuses, and templates that cost more than a build can pay.",
        WhenToIgnore = "Never: exclude the chart from the scan if it is broken on purpose.",
        CatalogueSlugs = ["chart-not-rendered"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: [|one|]\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n")],
    };
}
