using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A question about the cluster that is always answered with no where there is no cluster.</summary>
internal sealed class HelmCapabilitiesMisuse() : TemplateRule("HB5056", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is not BranchNode branch)
                continue;
            var asksMore = TemplateWalk.Nodes(branch.Pipeline).Any(static part => part is FunctionNode { Name: "or" });
            foreach (var part in TemplateWalk.Nodes(branch.Pipeline))
            {
                if (part is CommandNode { Words: [var method, StringNode { Content: var name } literal] } && IsHas(method) && VersionOf(name) is { } version)
                    yield return Report(literal.LocationIn(template.Source), name, version) with { AtMost = asksMore || branch.ElseBody is not null ? RuleSeverity.Suggestion : RuleSeverity.Error };
            }
        }
    }

    private static bool IsHas(GoTemplateNode node) =>
        (node is FieldNode field ? field.Fields : node is VariableNode { Name: "$", Fields: var fields } ? fields : []) is ["Capabilities", "APIVersions", "Has"];

    /// <summary>The version in front of a kind, where Helm knows it without a cluster. Who asks for a beta with its kind asks for one that newer clusters lack.</summary>
    private static string? VersionOf(string name)
    {
        var slash = name.LastIndexOf('/');
        return slash > 0 && !name.Contains("beta", StringComparison.Ordinal) && !name.Contains("alpha", StringComparison.Ordinal) && char.IsUpper(name, Math.Min(slash + 1, name.Length - 1)) && ApiVersions.IsBuiltIn(name.Substring(0, slash)) ? name.Substring(0, slash) : null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmCapabilitiesMisuse),
        Title = "Question about a kind is answered by a live cluster only",
        MessageFormat = "Without a cluster Helm knows no kinds, so '{0}' is never there for 'helm template' and Argo CD; ask for '{1}'",
        Rationale = "Helm is built with a list of versions, and asks the cluster for the kinds in them. What is rendered without a cluster takes the other branch: the object is left out, and nobody is told.",
        WhenToIgnore = "When the other branch is the right one for what is rendered without a cluster.",
        CatalogueSlugs = ["helm-capabilities-misuse"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(571)],
        Violations = [new("templates/budget.yaml", "{{- if .Capabilities.APIVersions.Has [|\"policy/v1/PodDisruptionBudget\"|] }}\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n{{- end }}\n")],
        Fixed = [new("templates/budget.yaml", "{{- if .Capabilities.APIVersions.Has \"policy/v1\" }}\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n{{- end }}\n")],
    };
}
