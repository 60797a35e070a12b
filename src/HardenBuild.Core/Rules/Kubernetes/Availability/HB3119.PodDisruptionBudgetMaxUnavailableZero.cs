using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget that forbids every eviction.</summary>
internal sealed class PodDisruptionBudgetMaxUnavailableZero() : ManifestSetRule("HB3119", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (IntOrPercent.Parse(budget.MaxUnavailable) is { Value: 0 } none)
                yield return Report(none.Text.Location, budget.Object.LogicalPath, none.Text.Value) with { LogicalPath = budget.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetMaxUnavailableZero),
        Title = "Disruption budget forbids every eviction",
        MessageFormat =
            "'maxUnavailable: {1}' of '{0}' lets no pod be moved, so nodes cannot be drained and upgrades of the cluster hang; "
            + "allow at least 1",
        Rationale =
            "Draining waits until the budget allows an eviction, which is never. Managed clusters then kill the pods after a "
            + "timeout, all at once.",
        WhenToIgnore = "When somebody has to agree to each eviction, on purpose.",
        CatalogueSlugs = ["pod-disruption-budget-max-unavailable-zero"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:pdb-max-unavailable", "polaris:pdbDisruptionsIsZero"],
        Violations =
        [
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api
                  namespace: shop
                spec:
                  maxUnavailable: [|0|]
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
                  selector:
                    matchLabels:
                      app: api

                """),
        ],
    };
}
