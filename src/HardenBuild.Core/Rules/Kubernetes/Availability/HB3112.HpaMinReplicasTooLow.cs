using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>An autoscaler that goes down to one pod.</summary>
internal sealed class HpaMinReplicasTooLow() : ManifestRule("HB3112", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const string Minimum = "minimum";
    private const int DefaultMinimum = 2;

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Autoscaler.From(manifest) is not { IsHorizontalPodAutoscaler: true } scaler || scaler.LowestCount is not { } count || count == 0)
            yield break;
        if (count < manifest.Options.Number(this, Minimum, DefaultMinimum))
        {
            yield return Report(scaler.Minimum.Known?.Location ?? manifest.NameLocation, manifest.LogicalPath, count == 1 ? "one pod" : count.ToString(CultureInfo.InvariantCulture) + " pods") with
            {
                LogicalPath = manifest.LogicalPath,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaMinReplicasTooLow),
        Title = "Autoscaler goes down to one pod",
        MessageFormat =
            "'{0}' lets the workload shrink to {1}, so each drained node is an outage when little is going on; set 'minReplicas: "
            + "2' or more",
        Rationale = "The quiet hours in which a workload has one pod are those in which nodes are updated.",
        WhenToIgnore = "When the workload may pause.",
        CatalogueSlugs = ["hpa-min-replicas-too-low"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:horizontalpodautoscaler-replicas", "polaris:hpaMinAvailability"],
        Related = ["kube-linter:hpa-minimum-three-replicas"],
        ComparedWith = "kube-linter asks for three, as HB3173 does; 'minimum' sets the number.",
        Options = [new RuleOption(Minimum, "2", "The number of pods below which an autoscaler must not go")],
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
                  minReplicas: [|1|]
                  maxReplicas: 6

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
