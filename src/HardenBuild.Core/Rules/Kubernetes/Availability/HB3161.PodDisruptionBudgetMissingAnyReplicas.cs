using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A workload whose pods may all be taken away at once.</summary>
internal sealed class PodDisruptionBudgetMissingAnyReplicas() : ManifestSetRule("HB3161", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Kind.Value is "Deployment" or "StatefulSet" && !AvailabilityObjects.ReplicasOf(workload).IsUnknown && (AvailabilityObjects.ReplicasOf(workload).Known?.Value ?? 2) >= 2 && set.Availability.BudgetsOf(workload).Count == 0)
                yield return Report(workload.Object.NameLocation, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetMissingAnyReplicas),
        Title = "Workload without a disruption budget",
        MessageFormat = "No PodDisruptionBudget covers the pods of '{0}'; add one with 'maxUnavailable: 1'",
        Rationale =
            "The strict variant of HB3117 also asks for a budget where the number of pods is not written. It is off by default: "
            + "for a single pod a budget only blocks the drain.",
        WhenToIgnore = "When the workload has one pod.",
        CatalogueSlugs = ["pod-disruption-budget-missing-any-replicas"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:deployment-has-poddisruptionbudget", "kube-score:statefulset-has-poddisruptionbudget", "polaris:missingPodDisruptionBudget"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
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
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api
                  namespace: shop
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels:
                      app: api

                """),
        ],
    };
}
