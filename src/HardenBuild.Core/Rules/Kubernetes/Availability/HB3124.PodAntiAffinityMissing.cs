using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods that may all run on one node.</summary>
internal sealed class PodAntiAffinityMissing() : ManifestSetRule("HB3124", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (!AvailabilityObjects.HasReplicas(workload) || !(set.Availability.LowestCount(workload) >= 2))
                continue;
            if (Spreading.IsSpread(workload) == Answer.No)
                yield return Report(workload.Object.NameLocation, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodAntiAffinityMissing),
        Title = "Pods may all run on one node",
        MessageFormat =
            "Nothing keeps the pods of '{0}' apart, so they may all run on one node and stop with it; add "
            + "'topologySpreadConstraints' or 'podAntiAffinity' over 'kubernetes.io/hostname'",
        Rationale =
            "The scheduler spreads pods where it can, but promises nothing. After a drain they often share the node that had "
            + "room.",
        WhenToIgnore = "When the cluster's default constraints spread pods, or has one node.",
        CatalogueSlugs = ["pod-anti-affinity-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:no-anti-affinity", "kube-score:deployment-has-host-podantiaffinity", "kube-score:statefulset-has-host-podantiaffinity", "kics:Deployment Has No PodAntiAffinity", "kics:StatefulSet Has No PodAntiAffinity"],
        ComparedWith = "Spread constraints count as well; kube-linter and kube-score look for anti-affinity only.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  replicas: 3
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
                  replicas: 3
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
