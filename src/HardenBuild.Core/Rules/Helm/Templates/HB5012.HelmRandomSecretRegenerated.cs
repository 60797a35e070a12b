using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A credential that is another one after each upgrade.</summary>
internal sealed class HelmRandomSecretRegenerated() : TemplateRule("HB5012", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Random = ["randAlphaNum", "randAlpha", "randNumeric", "randAscii", "randBytes", "uuidv4", "genPrivateKey", "htpasswd", "bcrypt", "derivePassword"];

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        FunctionNode? found = null;
        var isSecret = false;
        foreach (var node in TemplateWalk.Nodes(template))
        {
            switch (node)
            {
                // Any of them may keep the old value, or say when the object is made.
                case FunctionNode { Name: "lookup" } or FieldNode { Fields: ["Release", "IsInstall" or "IsUpgrade", ..] } or VariableNode { Fields: ["Release", "IsInstall" or "IsUpgrade", ..] }:
                    yield break;
                case TextNode text when text.Text.Contains("helm.sh/hook", StringComparison.Ordinal) || text.Text.Contains("helm.sh/resource-policy", StringComparison.Ordinal):
                    yield break;
                case TextNode text:
                    isSecret |= text.Text.Contains("kind: Secret", StringComparison.Ordinal);
                    break;
                case FunctionNode function when found is null && Array.IndexOf(Random, function.Name) >= 0:
                    found = function;
                    break;
            }
        }

        if (isSecret && found is not null)
            yield return Report(found.LocationIn(template.Source), found.Name);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmRandomSecretRegenerated),
        Title = "Generated credential changes with each upgrade",
        MessageFormat = "'{0}' makes another value at each upgrade, and whoever has the old one is locked out; keep the first one with 'lookup', or take an existing Secret",
        Rationale = "Helm renders all templates anew at each upgrade. A database keeps the password that it was made with, while its clients get the new one.",
        WhenToIgnore = "When everything that uses the credential is restarted and accepts the new one.",
        CatalogueSlugs = ["helm-random-secret-regenerated"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(330), RuleReference.OwaspKubernetes("K08:2022")],
        Violations = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: {{ [|randAlphaNum|] 24 | quote }}\n")],
        Fixed = [new("templates/secret.yaml", "{{- $old := lookup \"v1\" \"Secret\" .Release.Namespace \"db\" }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: {{ ($old.data).password | default (randAlphaNum 24) | quote }}\n")],
    };
}
