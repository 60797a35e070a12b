using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>An image tag that falls back to one that moves.</summary>
internal sealed class HelmDefaultFloatingImageTag() : TemplateRule("HB5003", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Floating = ["latest", "stable", "edge", "nightly", "main", "master", "dev"];

    protected override IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart)
    {
        foreach (var call in DefaultCall.Of(template))
        {
            if (call.Literal is not StringNode { Content: var tag } || Array.IndexOf(Floating, tag) < 0 || ValuePaths.Of(call.Value) is not { Length: > 0 } path
                || !path[path.Length - 1].EndsWith("tag", StringComparison.OrdinalIgnoreCase))
                continue;
            // Where the values name a tag the default is for those who remove it.
            var isSet = ValuePaths.Find(chart, path) is GoString { IsTrue: true };
            yield return Report(call.Literal.LocationIn(template.Source), tag, string.Join(".", path.ToArray())) with { AtMost = isSet ? RuleSeverity.Suggestion : RuleSeverity.Error };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDefaultFloatingImageTag),
        Title = "Image tag falls back to one that moves",
        MessageFormat = "Without '{1}' the image has the tag '{0}', which names another image every day; fall back to '.Chart.AppVersion'",
        Rationale = "The same release of the chart runs different programs depending on the day, and a rollback brings the old configuration with the new image.",
        WhenToIgnore = "When the chart is for development only.",
        CatalogueSlugs = ["helm-default-floating-image-tag"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspKubernetes("K02:2022")],
        Violations = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: \"example/web:{{ .Values.image.tag | default [|\"latest\"|] }}\"\n") { Beside = [new("values.yaml", "image:\n  tag: \"\"\n")] }],
        Fixed = [new("templates/deployment.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: \"example/web:{{ .Values.image.tag | default .Chart.AppVersion }}\"\n") { Beside = [new("values.yaml", "image:\n  tag: \"\"\n")] }],
    };
}
