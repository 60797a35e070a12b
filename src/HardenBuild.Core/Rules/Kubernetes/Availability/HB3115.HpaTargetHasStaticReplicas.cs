using System.Globalization;
using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A number of pods that the autoscaler sets as well.</summary>
internal sealed class HpaTargetHasStaticReplicas() : ManifestSetRule("HB3115", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (AvailabilityObjects.ReplicasOf(workload).Known is { } replicas && set.Availability.ScalerOf(workload) is { } scaler)
            {
                yield return Report(replicas.Location, workload.LogicalPath, replicas.Value.ToString(CultureInfo.InvariantCulture), scaler.Object.Name.Known?.Value ?? "") with
                {
                    LogicalPath = workload.LogicalPath,
                    Related = [new RelatedLocation(scaler.Object.NameLocation, "The autoscaler")],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HpaTargetHasStaticReplicas),
        Title = "Number of pods is set beside an autoscaler",
        MessageFormat = "'replicas: {1}' of '{0}' resets what the autoscaler '{2}' has set with every deployment; remove 'replicas'",
        Rationale =
            "Each 'kubectl apply' puts the number back, takes pods away under load and leaves it to the autoscaler to bring them "
            + "back minutes later.",
        WhenToIgnore = "When server-side apply leaves the field to the autoscaler.",
        CatalogueSlugs = ["hpa-target-has-static-replicas"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured", "kics:HPA Targeted Deployments With Configured Replica Count"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  replicas: [|3|]
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
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
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
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
