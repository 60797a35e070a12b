using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget that protects broken pods.</summary>
internal sealed class PodDisruptionBudgetUnhealthyPolicyUnset() : ManifestSetRule("HB3122", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (budget.Spec.Text("unhealthyPodEvictionPolicy").IsAbsent && !budget.Spec.IsUnknown)
                yield return Report(budget.Object.NameLocation, budget.Object.LogicalPath) with { LogicalPath = budget.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetUnhealthyPolicyUnset),
        Title = "Disruption budget protects pods that are broken",
        MessageFormat =
            "'{0}' does not set 'unhealthyPodEvictionPolicy', so pods that never become ready block the drain of their node; set "
            + "it to 'AlwaysAllow'",
        Rationale =
            "By default a pod that is not ready may only be evicted while the budget is met, so a broken rollout stops the "
            + "upgrade of nodes. The rule is off by default.",
        WhenToIgnore = "When the cluster is older than Kubernetes 1.27.",
        CatalogueSlugs = ["pod-disruption-budget-unhealthy-policy-unset"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:pdb-unhealthy-pod-eviction-policy"],
        Violations =
        [
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels:
                      app: api

                """),
        ],
        Fixed =
        [
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api
                  namespace: shop
                spec:
                  maxUnavailable: 1
                  unhealthyPodEvictionPolicy: AlwaysAllow
                  selector:
                    matchLabels:
                      app: api

                """),
        ],
    };
}
