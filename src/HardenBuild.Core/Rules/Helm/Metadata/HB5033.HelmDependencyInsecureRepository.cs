using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A dependency from a place that anybody on the way can change, or that is gone.</summary>
internal sealed class HelmDependencyInsecureRepository() : ChartRule("HB5033", RuleSeverity.Warning, RuleSeverity.Error)
{
    private static readonly string[] Retired = ["https://kubernetes-charts.storage.googleapis.com", "https://kubernetes-charts-incubator.storage.googleapis.com", "https://charts.helm.sh/stable", "https://charts.helm.sh/incubator"];

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var (dependency, fields) in ChartFields.Dependencies(chart))
        {
            if (ChartFields.Text(fields, "repository") is not { } repository)
                continue;
            var address = repository.Value.TrimEnd('/');
            if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                yield return Report(repository.Location, dependency.Name, repository.Value, "is not encrypted, so that anybody on the way can change the chart; use https or oci") with { AtMost = IsNear(address) ? RuleSeverity.Suggestion : RuleSeverity.Error };
            else if (Array.IndexOf(Retired, address) >= 0)
                yield return Report(repository.Location, dependency.Name, repository.Value, "was retired and gets no more fixes; use the repository of the chart's maintainers") with { AtMost = RuleSeverity.Warning };
        }
    }

    private static bool IsNear(string address)
    {
        var host = Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Host : "";
        return host is "localhost" or "127.0.0.1" or "[::1]" || host.EndsWith(".svc", StringComparison.Ordinal) || host.EndsWith(".svc.cluster.local", StringComparison.Ordinal);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDependencyInsecureRepository),
        Title = "Dependency comes from an unencrypted or retired repository",
        MessageFormat = "The dependency '{0}' comes from '{1}', which {2}",
        Rationale = "A chart runs with the rights of whoever installs it, often those of a cluster administrator. Without encryption anybody on the way can put another chart in its place.",
        WhenToIgnore = "When the repository is reached inside the cluster or the machine only.",
        CatalogueSlugs = ["helm-dependency-insecure-repository"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(319), RuleReference.OwaspKubernetes("K02:2022")],
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: [|http://charts.example.com|]\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n")],
    };
}
