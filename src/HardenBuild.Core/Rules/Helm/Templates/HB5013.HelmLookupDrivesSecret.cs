using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A generated secret that only the cluster remembers.</summary>
internal sealed class HelmLookupDrivesSecret() : TemplateRule("HB5013", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private static readonly string[] Random = ["randAlphaNum", "randAlpha", "randNumeric", "randAscii", "randBytes", "uuidv4", "genPrivateKey", "genCA", "genSelfSignedCert", "genSignedCert"];

    internal override bool IsOncePerChart => true;

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        var nodes = TemplateWalk.Nodes(template).ToList();
        var lookup = nodes.OfType<CommandNode>().FirstOrDefault(static command => command.Words is [FunctionNode { Name: "lookup" }, _, StringNode { Content: "Secret" }, ..]);
        if (lookup is not null && nodes.Exists(static node => node is FunctionNode function && Array.IndexOf(Random, function.Name) >= 0) && !nodes.Exists(NamesExisting))
            yield return Report(lookup.Words[0].LocationIn(template.Source));
    }

    private static bool NamesExisting(GoTemplateNode node) =>
        ValuePaths.Of(node) is { Length: > 0 } path && path[path.Length - 1].StartsWith("existing", StringComparison.OrdinalIgnoreCase);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmLookupDrivesSecret),
        Title = "Generated secret is kept by looking into the cluster only",
        MessageFormat = "'lookup' finds nothing where the chart is rendered without a cluster, so Argo CD and 'helm template' make a new secret each time; let people name an existing Secret as well",
        Rationale = "GitOps controllers render charts as 'helm template' does, without a cluster. The generated password is another one at each synchronisation, and the database keeps the first.",
        WhenToIgnore = "When the chart is only ever installed with 'helm install' and 'helm upgrade'.",
        CatalogueSlugs = ["helm-lookup-drives-secret"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(330)],
        Violations = [new("templates/secret.yaml", "{{- $old := [|lookup|] \"v1\" \"Secret\" .Release.Namespace \"sql\" }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\nstringData:\n  password: {{ ($old.data).password | default (randAlphaNum 24) | quote }}\n")],
        Fixed = [new("templates/secret.yaml", "{{- if not .Values.existingSecret }}\n{{- $old := lookup \"v1\" \"Secret\" .Release.Namespace \"sql\" }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\nstringData:\n  password: {{ ($old.data).password | default (randAlphaNum 24) | quote }}\n{{- end }}\n")],
    };
}
