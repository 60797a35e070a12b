using HardenBuild.Model.Helm;
using HardenBuild.Rules.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A password that everybody knows who has the chart.</summary>
internal sealed class HelmTemplateDefaultSecret() : TemplateRule("HB5009", RuleSeverity.Warning, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var call in DefaultCall.Of(template))
        {
            if (call.Literal is StringNode { Content.Length: > 0 } literal && ValuePaths.Of(call.Value) is { Length: > 0 } path && SecretKeys.IsSecretItself(path[path.Length - 1]))
                yield return Report(literal.LocationIn(template.Source), string.Join(".", path.ToArray()));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmTemplateDefaultSecret),
        Title = "Template falls back to a password of its own",
        MessageFormat = "Without '{0}' everybody who has the chart knows the password; ask for it with 'required', or take an existing Secret",
        Rationale = "A default password is the password of most installations: it is published with the chart, and the first thing that an attacker tries.",
        WhenToIgnore = "When the value is no secret in spite of its name.",
        CatalogueSlugs = ["helm-template-default-secret"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1392), RuleReference.OwaspKubernetes("K08:2022")],
        IsAboutSecretValue = true,
        Violations = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: {{ .Values.db.password | default [|\"Pass@word1\"|] | quote }}\n") { Beside = [new("values.yaml", "db:\n  password: \"\"\n")] }],
        Fixed = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: {{ required \"db.password must be set\" .Values.db.password | quote }}\n") { Beside = [new("values.yaml", "db:\n  password: \"s\"\n")] }],
    };
}
