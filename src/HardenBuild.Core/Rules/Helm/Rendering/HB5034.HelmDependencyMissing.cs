using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A subchart that is not there.</summary>
internal sealed class HelmDependencyMissing() : ChartRule("HB5034", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var error in chart.LoadErrors)
        {
            if (error.Kind != ChartErrorKind.MissingDependency)
                continue;
            var dependency = chart.Chart.Metadata.Dependencies.FirstOrDefault(entry => entry.Location == error.Location);
            yield return Report(error.Location, dependency?.Name ?? error.Location.Source.Substring(error.Location.Span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDependencyMissing),
        Title = "Dependency of the chart is not there, so its part is not checked",
        MessageFormat = "The dependency '{0}' is neither in 'charts/' nor in this repository, so what it renders is not checked; fetch it with 'helm dependency build'",
        Rationale = "Helm refuses to install a chart without its dependencies. What is not there cannot be checked either, and that must not look like a clean result. "
            + "A dependency that stands elsewhere in the repository is taken from there.",
        WhenToIgnore = "When dependencies are fetched in another step of the build and are other people's charts.",
        CatalogueSlugs = ["helm-dependency-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: [|redis|]\n    version: 20.1.0\n    repository: https://charts.example.com\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n")],
    };
}
