using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A <c>Chart.yaml</c> that Helm renders and then refuses to package, or of which it ignores a part.</summary>
internal sealed class HelmChartMetadataInvalid() : ChartRule("HB5026", RuleSeverity.Error, RuleSeverity.Error)
{
    // Helm documentation, "The Chart.yaml File"; the last four are Helm 2's.
    private static readonly string[] Known =
    [
        "apiVersion", "name", "version", "kubeVersion", "description", "type", "keywords", "home", "sources", "dependencies", "maintainers", "icon", "appVersion", "deprecated", "annotations",
        "condition", "tags", "engine", "tillerVersion",
    ];

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (ChartYaml.Of(chart) is not { } root)
            yield break;
        var fields = new ManifestFields(root);
        var version = fields.Text("apiVersion");
        if (version.IsAbsent)
            yield return Report((root.FindOwn("name") ?? root.Members[0]).KeyLocation, "Chart.yaml", "has no 'apiVersion'; write 'apiVersion: v2'");
        else if (version.Known is { Value: not ("v1" or "v2" or "v3") } other)
            yield return Report(other.Location, other.Value, "is no format of charts; write 'v2'");
        if (fields.Text("name").Known is { } name && !IsName(name.Value))
            yield return Report(name.Location, name.Value, "is no name that all of Helm takes; use small letters, digits and '-'") with { AtMost = RuleSeverity.Suggestion };
        foreach (var member in root.Members)
        {
            if (member.Key is not { } key)
                continue;
            if (version.Is("v1") && key.Value is "type" or "dependencies")
                yield return Report(key.Location, key.Value, "needs 'apiVersion: v2', and 'helm lint' and 'helm package' refuse it here");
            else if (Array.FindIndex(Known, known => known.Equals(key.Value, StringComparison.OrdinalIgnoreCase)) < 0)
                yield return Report(key.Location, key.Value, "is no key of 'Chart.yaml', so Helm ignores it; remove it, or put it below 'annotations'") with { AtMost = RuleSeverity.Warning };
        }

        foreach (var (list, wanted) in new[] { ("maintainers", "maintainer"), ("dependencies", "dependency") })
        {
            foreach (var item in fields.Objects(list))
            {
                if (new ManifestFields(item).Text("name") is { IsAbsent: true } || item["name"] is YamlScalar { Value: "" })
                    yield return Report(item.Members[0].KeyLocation, "A " + wanted, "needs a 'name'");
            }
        }
    }

    private static bool IsName(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.'))
                return false;
        }

        return true;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmChartMetadataInvalid),
        Title = "Chart.yaml says something that Helm does not take",
        MessageFormat = "'{0}' {1}",
        Rationale = "'helm template' is lenient where 'helm lint' and 'helm package' are not, and what Helm ignores has no effect: a misspelt key is a setting that does not hold.",
        WhenToIgnore = "When another tool reads the key.",
        CatalogueSlugs = ["helm-chart-metadata-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Chart.yaml", "apiVersion: v1\nname: shop\nversion: 1.0.0\n[|type|]: application\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ntype: application\n")],
    };
}
