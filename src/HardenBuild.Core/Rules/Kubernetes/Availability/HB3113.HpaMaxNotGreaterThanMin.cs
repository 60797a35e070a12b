using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>An autoscaler without room.</summary>
internal sealed class HpaMaxNotGreaterThanMin() : ManifestRule("HB3113", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Autoscaler.From(manifest) is { IsHorizontalPodAutoscaler: true, Maximum.Known: { } most, LowestCount: { } least } && most.Value <= least)
            yield return Report(most.Location, manifest.LogicalPath, most.Value.ToString(CultureInfo.InvariantCulture)) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaMaxNotGreaterThanMin),
        Title = "Autoscaler has no room to scale",
        MessageFormat = "'{0}' scales to at most {1} pods, which is not above its minimum; raise 'maxReplicas'",
        Rationale =
            "With the same number at both ends nothing is ever scaled, and with a maximum below the minimum the API server "
            + "refuses the object.",
        WhenToIgnore = "When scaling is switched off for a while on purpose.",
        CatalogueSlugs = ["hpa-max-not-greater-than-min"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["polaris:hpaMaxAvailability"],
        Violations =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api
                  minReplicas: 2
                  maxReplicas: [|2|]

                """),
        ],
        Fixed =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api
                  minReplicas: 2
                  maxReplicas: 6

                """),
        ],
    };
}
