using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>Values that a template changes for all others.</summary>
internal sealed class HelmValuesMutated() : TemplateRule("HB5047", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override bool IsOncePerChart => true;

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is CommandNode { Words: [FunctionNode { Name: "set" or "unset" or "merge" or "mergeOverwrite" or "mustMerge" or "mustMergeOverwrite" } call, var target, ..] } && IsShared(target))
                yield return Report(call.LocationIn(template.Source), call.Name, target.ToString());
        }
    }

    private static bool IsShared(GoTemplateNode target) =>
        (target is FieldNode field ? field.Fields : target is VariableNode { Name: "$", Fields: var fields } ? fields : []) is ["Values" or "Chart" or "Release", ..];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValuesMutated),
        Title = "Template changes the values of all templates",
        MessageFormat = "'{0}' changes '{1}' itself, so what other templates see depends on the order of the files; give it a 'deepCopy' of it",
        Rationale = "Maps are shared between all templates of a release, and those run in an order that the names of the files decide. Renaming a file changes what is installed.",
        WhenToIgnore = "When every template includes the one that changes the values first.",
        CatalogueSlugs = ["helm-values-mutated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(471)],
        Violations = [new("templates/configmap.yaml", "{{- $settings := [|merge|] .Values.settings (dict \"Logging__LogLevel__Default\" \"Information\") }}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  {{- toYaml $settings | nindent 2 }}\n") { Beside = [new("values.yaml", "settings: {}\n")] }],
        Fixed = [new("templates/configmap.yaml", "{{- $settings := merge (deepCopy .Values.settings) (dict \"Logging__LogLevel__Default\" \"Information\") }}\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  {{- toYaml $settings | nindent 2 }}\n") { Beside = [new("values.yaml", "settings: {}\n")] }],
    };
}
