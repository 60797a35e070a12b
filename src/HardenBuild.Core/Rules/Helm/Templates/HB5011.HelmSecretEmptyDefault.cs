using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>A password that is nothing unless somebody gives one.</summary>
internal sealed class HelmSecretEmptyDefault() : OwnTemplateRule("HB5011", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    internal override bool IsOncePerChart => true;

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        if (!RendersSecretsOnly(template, chart))
            yield break;
        // Only what no branch guards.
        foreach (var item in template.Main.Body.Items)
        {
            if (item is not ActionNode action || PrintedValues.Secret(action, chart) is not { } secret || ValuePaths.Find(chart, ValuePaths.Of(secret)) is not { } value || value.IsTrue)
                continue;
            var finding = Report(secret.LocationIn(template.Source), secret.ToString());
            yield return value.Origin is { } origin ? finding with { Related = [new RelatedLocation(origin.Location, $"Value of '{origin.Path}'")] } : finding;
        }
    }

    private static bool RendersSecretsOnly(GoTemplateFile template, ChartModel chart)
    {
        var isSecret = false;
        foreach (var scenario in chart.Scenarios)
        {
            if (!scenario.IsDefault)
                continue;
            foreach (var manifest in scenario.Rendered.Manifests)
            {
                if (manifest.File.Template.Path != template.Source.Path)
                    continue;
                if (manifest.Head.Kind != "Secret")
                    return false;
                isSecret = true;
            }
        }

        return isSecret;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmSecretEmptyDefault),
        Title = "Secret is empty where nobody gives a value",
        MessageFormat = "Where nobody gives '{0}' the Secret holds an empty one, and the installation succeeds; wrap it in 'required'",
        Rationale = "An empty password often means that none is asked for. A chart that installs without one leaves the service open, and nobody is told.",
        WhenToIgnore = "When the program takes an empty value for a feature that is switched off.",
        CatalogueSlugs = ["helm-secret-empty-default"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(258), RuleReference.OwaspKubernetes("K08:2022")],
        Violations = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\nstringData:\n  sa-password: {{ [|.Values.sql.saPassword|] | quote }}\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
        Fixed = [new("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\nstringData:\n  sa-password: {{ required \"sql.saPassword must be set\" .Values.sql.saPassword | quote }}\n") { Beside = [new("values.yaml", "sql:\n  saPassword: \"\"\n")] }],
    };
}
