using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>An autoscaler that goes down to one or two pods.</summary>
internal sealed class HpaFewerThanThreeReplicas() : ManifestRule("HB3173", RuleSeverity.None, RuleSeverity.None)
{
    private const int Minimum = 3;

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Autoscaler.From(manifest) is { IsHorizontalPodAutoscaler: true, LowestCount: > 0 and < Minimum } scaler)
        {
            var pods = scaler.LowestCount == 1 ? "one pod" : scaler.LowestCount.Value.ToString(CultureInfo.InvariantCulture) + " pods";
            yield return Report(scaler.Minimum.Known?.Location ?? manifest.NameLocation, manifest.LogicalPath, pods) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaFewerThanThreeReplicas),
        Title = "Autoscaler goes down to fewer than three pods",
        MessageFormat =
            "'{0}' lets the workload shrink to {1}, so that one zone or node in maintenance and a second one that fails leave "
            + "none; set 'minReplicas: 3' or more",
        Rationale =
            "The quiet hours in which a workload has few pods are those in which nodes are updated. This is the strict form of "
            + "HB3112, for clusters that promise so much.",
        WhenToIgnore = "When two pods are enough, or the workload may pause; the rule is off by default.",
        CatalogueSlugs = ["hpa-fewer-than-three-replicas"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:hpa-minimum-three-replicas"],
        Violations =
        [
            new("hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: api
                  namespace: shop
                spec:
                  minReplicas: [|2|]
                  maxReplicas: 9
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api

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
                  minReplicas: 3
                  maxReplicas: 9
                  scaleTargetRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: api

                """),
        ],
    };
}
