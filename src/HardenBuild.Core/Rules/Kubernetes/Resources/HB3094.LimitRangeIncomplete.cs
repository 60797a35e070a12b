using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>A LimitRange without all its parts.</summary>
internal sealed class LimitRangeIncomplete() : ManifestRule("HB3094", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] s_parts = ["type", "max", "min", "default", "defaultRequest"];

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.ApiGroup.Length > 0 || manifest.Kind.Value != "LimitRange")
            yield break;
        var spec = new ManifestFields(manifest.Root["spec"]);
        if (!spec.IsUnknown && !spec.Objects("limits").Any(static item => s_parts.All(part => item[part] is not null)))
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LimitRangeIncomplete),
        Title = "Limit range leaves values open",
        MessageFormat =
            "'{0}' has no item with type, max, min, default and defaultRequest, so containers may still run without limits; add "
            + "what is missing",
        Rationale =
            "A LimitRange gives limits to containers that have none and refuses those that ask for too much, but only for the "
            + "values that it names. The rule is off by default.",
        WhenToIgnore = "When quotas or policies set the rest.",
        CatalogueSlugs = ["limit-range-incomplete"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0039"],
        Related = ["kics:Pod or Container Without LimitRange"],
        Violations =
        [
            new("limits.yaml", """
                apiVersion: v1
                kind: LimitRange
                metadata:
                  name: [|limits|]
                  namespace: shop
                spec:
                  limits:
                    - type: Container
                      max:
                        memory: 1Gi

                """),
        ],
        Fixed =
        [
            new("limits.yaml", """
                apiVersion: v1
                kind: LimitRange
                metadata:
                  name: limits
                  namespace: shop
                spec:
                  limits:
                    - type: Container
                      max:
                        memory: 1Gi
                      min:
                        memory: 16Mi
                      default:
                        memory: 256Mi
                      defaultRequest:
                        memory: 128Mi

                """),
        ],
    };
}
