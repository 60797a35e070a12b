using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>Something that Helm no longer has.</summary>
internal sealed class HelmRemovedObject() : TemplateRule("HB5054", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            var fields = node is FieldNode field ? field.Fields : node is VariableNode { Name: "$", Fields: var ofVariable } ? ofVariable : [];
            if (fields is ["Release", "Time", ..])
                yield return Report(node.LocationIn(template.Source), ".Release.Time", "now");
            else if (fields is ["Capabilities", "TillerVersion", ..])
                yield return Report(node.LocationIn(template.Source), ".Capabilities.TillerVersion", ".Capabilities.HelmVersion");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmRemovedObject),
        Title = "Template uses an object that Helm no longer has",
        MessageFormat = "Helm 3 and later have no '{0}'; use '{1}'",
        Rationale = "The field is empty, or fails the whole chart, in every version of Helm that gets fixes.",
        WhenToIgnore = "When the branch runs with Helm 2 only.",
        CatalogueSlugs = ["helm-removed-object"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n{{- if .Values.stamped }}\ndata:\n  time: {{ [|.Release.Time|] | quote }}\n{{- end }}\n") { Beside = [new("values.yaml", "stamped: false\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n{{- if .Values.stamped }}\ndata:\n  time: {{ now | quote }}\n{{- end }}\n") { Beside = [new("values.yaml", "stamped: false\n")] }],
    };
}
