using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>Values that are run as a program.</summary>
internal sealed class HelmTplOnValues() : TemplateRule("HB5016", RuleSeverity.None, RuleSeverity.Suggestion)
{
    internal override bool IsOncePerChart => true;

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is CommandNode { Words: [FunctionNode { Name: "tpl" } call, var text, ..] } && Values(text) is { } value)
                yield return Report(call.LocationIn(template.Source), value.ToString());
        }
    }

    private static GoTemplateNode? Values(GoTemplateNode text) => text switch
    {
        PipelineNode { Commands: [{ Words: [FunctionNode { Name: "toYaml" or "toString" }, var inner] }] } => Values(inner),
        _ => ValuePaths.Of(text).Length > 0 ? text : null,
    };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmTplOnValues),
        Title = "Value is run as a template",
        MessageFormat = "Whoever sets '{0}' runs template code with the rights of whoever installs the chart; print the value as it is, or say beside the key that it is a template",
        Rationale = "With 'lookup' and '.Files' a template reads Secrets of the cluster and files of the chart. A value that comes from somebody less trusted should never be one.",
        WhenToIgnore = "When only people set the value who may install anything anyway.",
        CatalogueSlugs = ["helm-tpl-on-values"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(1336)],
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  Shop__Banner: {{ [|tpl|] .Values.banner . | quote }}\n") { Beside = [new("values.yaml", "banner: Welcome\n")] }],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  Shop__Banner: {{ .Values.banner | quote }}\n") { Beside = [new("values.yaml", "banner: Welcome\n")] }],
    };
}
