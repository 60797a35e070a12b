using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>An old spelling that Helm still takes.</summary>
internal sealed class HelmDeprecatedObject() : TemplateRule("HB5055", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    internal override bool IsOncePerChart => true;

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is FieldNode { Fields: ["Capabilities", "KubeVersion", "GitVersion", ..] } or VariableNode { Name: "$", Fields: ["Capabilities", "KubeVersion", "GitVersion", ..] })
                yield return Report(node.LocationIn(template.Source), ".Capabilities.KubeVersion.GitVersion", ".Capabilities.KubeVersion.Version");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDeprecatedObject),
        Title = "Template uses an old name of a built-in object",
        MessageFormat = "'{0}' is an old name that Helm keeps for old charts; use '{1}'",
        Rationale = "Old names are removed with a new major version of Helm.",
        WhenToIgnore = "While the chart must render with Helm 2.",
        CatalogueSlugs = ["helm-deprecated-object"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  kubernetes: {{ [|.Capabilities.KubeVersion.GitVersion|] | quote }}\n")],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  kubernetes: {{ .Capabilities.KubeVersion.Version | quote }}\n")],
    };
}
