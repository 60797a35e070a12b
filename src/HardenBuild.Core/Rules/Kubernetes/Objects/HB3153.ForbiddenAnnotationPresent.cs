using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>An annotation that the project does not allow.</summary>
internal sealed class ForbiddenAnnotationPresent() : ManifestRule("HB3153", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var forbidden = manifest.Options.List(this, Annotations);
        foreach (var member in forbidden.Count == 0 ? [] : manifest.Annotations.Mapping?.Members ?? [])
        {
            if (member.Key is { } key && forbidden.Contains(key.Value))
                yield return Report(key.Location, manifest.LogicalPath, key.Value) with { LogicalPath = manifest.LogicalPath };
        }
    }

    private const string Annotations = "annotations";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ForbiddenAnnotationPresent),
        Title = "Annotation is not allowed",
        MessageFormat = "'{0}' has the annotation '{1}', which the configuration does not allow; remove it",
        Rationale =
            "Annotations steer controllers past the fields of the API. The rule does nothing until 'annotations' names some.",
        WhenToIgnore = "When the annotation is needed in this one place.",
        CatalogueSlugs = ["forbidden-annotation-present"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Options = [new RuleOption(Annotations, "", "The annotations that must not be used, separated by commas")],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                  annotations:
                    [|example.com/skip-checks|]: "true"
                data:
                  Theme: dark

                """) { Beside = [new(".editorconfig", "[*]\nhardenbuild.HB3153.annotations = example.com/skip-checks\n")] },
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  Theme: dark

                """),
        ],
    };
}
