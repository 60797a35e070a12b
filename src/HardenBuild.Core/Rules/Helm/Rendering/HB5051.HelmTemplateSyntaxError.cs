using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A template that is not one.</summary>
internal sealed class HelmTemplateSyntaxError() : ChartErrorRule("HB5051", RuleSeverity.Error)
{
    protected override bool IsAbout(ChartError error) => error.Kind == ChartErrorKind.TemplateSyntax;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmTemplateSyntaxError),
        Title = "Chart template does not parse",
        MessageFormat = "The template does not parse: {0}; correct it, because Helm renders nothing of a chart with such a file",
        Rationale = "One template that does not parse fails the whole chart, also where its branch would never run. The other templates are checked all the same.",
        WhenToIgnore = "When the function comes from a newer version of Helm than the one that is assumed here.",
        CatalogueSlugs = ["helm-template-syntax-error"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name | [|quoted|] }}\n")],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name | quote }}\n")],
    };
}
