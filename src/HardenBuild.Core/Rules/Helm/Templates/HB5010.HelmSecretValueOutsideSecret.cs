using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A secret on its way into something that many people read.</summary>
internal sealed class HelmSecretValueOutsideSecret() : OwnTemplateRule("HB5010", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Readable = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "ConfigMap", "Ingress"];

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        if (KindOf(template, chart) is not { } kind)
            yield break;
        foreach (var node in TemplateWalk.Nodes(template.Main.Body))
        {
            if (node is not ActionNode action || PrintedValues.Secret(action, chart) is not { } secret)
                continue;
            // What the chart's own values print there is reported as what it is.
            var value = ValuePaths.Find(chart, ValuePaths.Of(secret));
            if (value is { IsTrue: true } || chart.Scenarios.Any(scenario => ValuePaths.Find(scenario.Rendered.Values, ValuePaths.Of(secret)) is { IsTrue: true }))
                continue;
            var finding = Report(secret.LocationIn(template.Source), secret.ToString(), kind);
            yield return value?.Origin is { } origin ? finding with { Related = [new RelatedLocation(origin.Location, $"Value of '{origin.Path}'")] } : finding;
        }
    }

    /// <summary>The kind of the objects that the template renders; null where it renders none or something else too.</summary>
    private static string? KindOf(GoTemplateFile template, ChartModel chart)
    {
        string? kind = null;
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var manifest in scenario.Rendered.Manifests)
            {
                if (manifest.File.Template.Path != template.Source.Path)
                    continue;
                if (Array.IndexOf(Readable, manifest.Head.Kind) < 0)
                    return null;
                kind ??= manifest.Head.Kind;
            }
        }

        return kind;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSecretValueOutsideSecret),
        Title = "Secret of the values is printed outside a Secret",
        MessageFormat = "'{0}' is written into the {1} as plain text, which everybody who may look at it reads; put it into a Secret and refer to that",
        Rationale = "Workloads and ConfigMaps may be read by far more people and programs than Secrets, are printed by every 'kubectl describe', and are not encrypted at rest.",
        WhenToIgnore = "When the value is no secret in spite of its name.",
        CatalogueSlugs = ["helm-secret-value-outside-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspKubernetes("K08:2022")],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: catalog\ndata:\n  ConnectionStrings__Catalog: \"Server=sql;User Id=sa;Password={{ [|.Values.sql.saPassword|] }}\"\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
        Fixed = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: catalog\nstringData:\n  ConnectionStrings__Catalog: \"Server=sql;User Id=sa;Password={{ .Values.sql.saPassword }}\"\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
    };
}
