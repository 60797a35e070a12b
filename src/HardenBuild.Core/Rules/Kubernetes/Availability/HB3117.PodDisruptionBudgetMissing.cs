using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A workload whose pods may all be taken away at once.</summary>
internal sealed class PodDisruptionBudgetMissing() : ManifestSetRule("HB3117", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Kind.Value is "Deployment" or "StatefulSet" && set.Availability.LowestCount(workload) >= 2 && set.Availability.BudgetsOf(workload).Count == 0)
                yield return Report(workload.Object.NameLocation, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetMissing),
        Title = "Several pods without a disruption budget",
        MessageFormat =
            "No PodDisruptionBudget covers the pods of '{0}', so draining nodes may take all of them away at once; add one with "
            + "'maxUnavailable: 1'",
        Rationale =
            "An upgrade of the cluster drains node after node. Without a budget nothing keeps it from taking the last pod before "
            + "a new one is ready.",
        WhenToIgnore = "When the workload may pause during upgrades.",
        CatalogueSlugs = ["pod-disruption-budget-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kics:Deployment Without PodDisruptionBudget", "kics:StatefulSet Without PodDisruptionBudget"],
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
