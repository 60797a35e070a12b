using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A chart that asks for the version of Kubernetes and does not say which it wants.</summary>
internal sealed class HelmChartKubeVersionMissing() : ChartRule("HB5029", RuleSeverity.None, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (chart.Chart.Metadata is { KubeVersion.Length: > 0 } or { IsLibrary: true } || ChartYaml.Of(chart)?.FindOwn("name") is not { } name)
            yield break;
        foreach (var template in chart.Templates)
        {
            foreach (var node in TemplateWalk.Nodes(template))
            {
                if (node is not (FieldNode { Fields: ["Capabilities", "KubeVersion", ..] } or VariableNode { Name: "$", Fields: ["Capabilities", "KubeVersion", ..] }))
                    continue;
                yield return Report(name.Value.Location, chart.Chart.Name) with { Related = [new RelatedLocation(node.LocationIn(template.Source), "Asked for here")] };
                yield break;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmChartKubeVersionMissing),
        Title = "Chart does not say which versions of Kubernetes it is for",
        MessageFormat = "The chart '{0}' renders differently for versions of Kubernetes and does not say which it supports; write 'kubeVersion'",
        Rationale = "With 'kubeVersion' Helm refuses a cluster that the chart was never tried on, in place of installing half of it.",
        WhenToIgnore = "When the chart supports every version that is still in use.",
        CatalogueSlugs = ["helm-chart-kube-version-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        IsAboutAbsence = true,
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: [|shop|]\nversion: 1.0.0\n") { Beside = [new("templates/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  kubernetes: {{ .Capabilities.KubeVersion.Version | quote }}\n")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\nkubeVersion: \">=1.31.0-0\"\n") { Beside = [new("templates/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  kubernetes: {{ .Capabilities.KubeVersion.Version | quote }}\n")] }],
    };
}
