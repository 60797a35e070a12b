using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A template whose text is no YAML.</summary>
internal sealed class HelmDocumentNotYaml() : ChartErrorRule("HB5053", RuleSeverity.Error)
{
    protected override bool IsAbout(ChartError error) => error.Kind == ChartErrorKind.Manifest;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDocumentNotYaml),
        Title = "Chart template renders something that is no Kubernetes object",
        MessageFormat = "What is rendered here cannot be read: {0}; look at the indentation and at the trim markers around it",
        Rationale = "Helm refuses the whole chart when one document cannot be read. The usual causes are 'indent' where 'nindent' is meant, and '{{-' or '-}}', which glue lines together.",
        WhenToIgnore = "Never: the chart cannot be installed with these values.",
        CatalogueSlugs = ["helm-document-not-yaml"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  a: [b[|\n|]")],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  a: b\n")],
    };
}
