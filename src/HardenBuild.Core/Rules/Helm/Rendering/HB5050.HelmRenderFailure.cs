using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A template that fails while it renders.</summary>
internal sealed class HelmRenderFailure() : ChartErrorRule("HB5050", RuleSeverity.Error)
{
    protected override bool IsAbout(ChartError error) => error.Kind == ChartErrorKind.Template;

    // A chart that asks for values does so with its default values on purpose.
    protected override RuleSeverity AtMost(ChartError error, ChartScenario scenario) =>
        scenario.IsDefault && AsksForValues(error) ? RuleSeverity.Suggestion : base.AtMost(error, scenario);

    protected override bool AsksForValues(ChartError error) =>
        error.Message.Contains("error calling fail:") || error.Message.Contains("error calling required:") || error.Reason.Contains("nil pointer evaluating");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmRenderFailure),
        Title = "Chart template fails to render",
        MessageFormat = "The template fails here: {0}; mend it, or give the values that it needs",
        Rationale = "Helm gives up at the first template that fails, so nothing of the chart is installed. The place is that of the innermost action; the actions that included it are related places. "
            + "The other templates are checked all the same.",
        WhenToIgnore = "When the chart is meant to fail with the values in question. A chart that does not render with its own values alone, because it asks for values or reads some that it does not have, gets one suggestion.",
        CatalogueSlugs = ["helm-render-failure"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(755)],
        Violations =
        [
            new("templates/configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  level: {{ [|.Values.logging.level|] }}
                """),
        ],
        Fixed =
        [
            new("templates/configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  level: {{ ((.Values.logging).level) | default "Information" }}
                """),
        ],
    };
}
