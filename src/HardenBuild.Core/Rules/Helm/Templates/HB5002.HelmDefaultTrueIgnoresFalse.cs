using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A default that wins over an explicit false.</summary>
internal sealed class HelmDefaultTrueIgnoresFalse() : TemplateRule("HB5002", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var call in DefaultCall.Of(template))
        {
            if (call.Literal is not BooleanNode { IsTrue: true } || HelmDefaultEnablesPrivilege.IsUnsafe(call) || ValuePaths.Of(call.Value) is not { Length: > 0 } path || ValuePaths.Find(chart, path) is not GoBoolean value)
                continue;
            var name = string.Join(".", path.ToArray());
            var finding = Report(call.Literal.LocationIn(template.Source), name);
            yield return value.Origin is { } origin ? finding with { Related = [new RelatedLocation(origin.Location, $"Value of '{name}'")] } : finding;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDefaultTrueIgnoresFalse),
        Title = "Default of true wins over an explicit false",
        MessageFormat = "'default true' also replaces a 'false' that somebody sets, so '{0}' cannot be switched off; remove the default, the value is in 'values.yaml'",
        Rationale = "To the functions of Helm false is empty, so that a default of true always wins. Where the value switches hardening off or on, nobody can change it.",
        WhenToIgnore = "Never: the default has no effect where the value is set to true, and is wrong where it is false.",
        CatalogueSlugs = ["helm-default-true-ignores-false"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(670)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\nautomountServiceAccountToken: {{ .Values.serviceAccount.automount | default [|true|] }}\n") { Beside = [new("values.yaml", "serviceAccount:\n  automount: false\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\nautomountServiceAccountToken: {{ .Values.serviceAccount.automount }}\n") { Beside = [new("values.yaml", "serviceAccount:\n  automount: false\n")] }],
    };
}
