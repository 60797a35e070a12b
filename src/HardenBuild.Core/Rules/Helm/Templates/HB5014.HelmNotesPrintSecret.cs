using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A secret that the installation prints.</summary>
internal sealed class HelmNotesPrintSecret() : OwnTemplateRule("HB5014", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        if (!template.Source.Path.EndsWith("/NOTES.txt", StringComparison.Ordinal))
            yield break;
        foreach (var node in TemplateWalk.Nodes(template))
        {
            if (node is not ActionNode action)
                continue;
            if (PrintedValues.Secret(action, chart) is { } secret)
                yield return Report(secret.LocationIn(template.Source), secret.ToString());
            else if (action.Pipeline.Variables.Length == 0 && TemplateWalk.Nodes(action.Pipeline).OfType<FunctionNode>().FirstOrDefault(static function => function.Name == "b64dec") is { } decoding)
                yield return Report(action.LocationIn(template.Source), decoding.Name);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmNotesPrintSecret),
        Title = "Notes of the chart print a secret",
        MessageFormat = "The notes print '{0}', which stays in the logs of whoever installs the chart and in the release; print a command that reads the Secret",
        Rationale = "What NOTES.txt says is shown at each installation and upgrade, so it ends up in the logs of the pipeline, and Helm stores it with the release.",
        WhenToIgnore = "When the value is no secret in spite of its name.",
        CatalogueSlugs = ["helm-notes-print-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(532), RuleReference.OwaspKubernetes("K08:2022")],
        Violations = [new("templates/NOTES.txt", "The database takes the password {{ [|.Values.sql.saPassword|] }}.\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
        Fixed = [new("templates/NOTES.txt", "Get the password with: kubectl get secret sql -o jsonpath='{.data.password}'\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
    };
}
