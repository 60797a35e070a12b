using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods of a number that is not written, which may all run on one node.</summary>
internal sealed class PodAntiAffinityMissingAnyReplicas() : ManifestSetRule("HB3175", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Kind.Value is not ("Deployment" or "StatefulSet") || !AvailabilityObjects.ReplicasOf(workload).IsAbsent || set.Availability.LowestCount(workload) >= 2)
                continue;
            if (Spreading.IsSpread(workload) == Answer.No)
                yield return Report(workload.Object.NameLocation, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodAntiAffinityMissingAnyReplicas),
        Title = "Pods may all run on one node",
        MessageFormat =
            "Nothing keeps the pods of '{0}' apart should there be several, as 'replicas' does not say; add "
            + "'topologySpreadConstraints' or 'podAntiAffinity' over 'kubernetes.io/hostname'",
        Rationale =
            "Without 'replicas' a workload starts with one pod and keeps the number that somebody, or an autoscaler elsewhere, "
            + "gives it later. This is the strict form of HB3124.",
        WhenToIgnore = "When the workload has one pod; the rule is off by default.",
        CatalogueSlugs = ["pod-anti-affinity-missing-any-replicas"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:deployment-has-host-podantiaffinity", "kube-score:statefulset-has-host-podantiaffinity"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

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
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      topologySpreadConstraints:
                        - maxSkew: 1
                          topologyKey: kubernetes.io/hostname
                          whenUnsatisfiable: ScheduleAnyway
                          labelSelector:
                            matchLabels:
                              app: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
