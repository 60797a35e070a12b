using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>A value that stops being a text on its way into the manifest.</summary>
internal sealed class HelmUnquotedValueChangesType() : ReleaseRule("HB5021", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var (name, scalar) in TextFields.Of(release.Objects))
        {
            if (PlainType.Of(scalar) is { } type && release.ActionOf(scalar.Location) is { } origin && !HelmYaml11WordAsString.Reports(scalar, origin))
                yield return Report(scalar.Location, name, scalar.Value, type);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmUnquotedValueChangesType),
        Title = "Value without quotes is no text in the manifest",
        MessageFormat = "'{0}' must be a text and is rendered as the {2} '{1}', which the API server refuses; pipe the value through 'quote'",
        Rationale = "Environment variables, labels, annotations and arguments are texts to Kubernetes. What a template prints without quotes is read as YAML once more: 'true', '8080' and '1.10' are no texts then, and the installation fails.",
        WhenToIgnore = "Never: quotes change nothing for a value that is a text anyway.",
        CatalogueSlugs = ["helm-unquoted-value-changes-type"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(704)],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      env:\n        - name: DOTNET_gcServer\n          value: {{ [|.Values.serverGc|] }}\n") { Beside = [new("values.yaml", "serverGc: 1\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      env:\n        - name: DOTNET_gcServer\n          value: {{ .Values.serverGc | quote }}\n") { Beside = [new("values.yaml", "serverGc: 1\n")] }],
    };
}
