using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget that says nothing.</summary>
internal sealed class PodDisruptionBudgetWithoutPolicy() : ManifestSetRule("HB3118", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (budget.Spec.IsUnknown || budget.MinAvailable.IsUnknown || budget.MaxUnavailable.IsUnknown)
                continue;
            if (budget.MinAvailable.IsAbsent && budget.MaxUnavailable.IsAbsent)
                yield return Report(budget.Object.NameLocation, budget.Object.LogicalPath, "sets neither 'minAvailable' nor 'maxUnavailable'") with { LogicalPath = budget.Object.LogicalPath };
            else if (budget.MinAvailable.Known is { } minimum && budget.MaxUnavailable.Known is not null)
                yield return Report(minimum.Location, budget.Object.LogicalPath, "sets both 'minAvailable' and 'maxUnavailable'") with { LogicalPath = budget.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetWithoutPolicy),
        Title = "Disruption budget says nothing",
        MessageFormat = "'{0}' {1}; set one of 'minAvailable' and 'maxUnavailable'",
        Rationale = "A budget without a number protects nothing, and one with both is refused by the API server.",
        WhenToIgnore = "Never: the object has no effect.",
        CatalogueSlugs = ["pod-disruption-budget-without-policy"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:poddisruptionbudget-has-policy"],
        Violations =
        [
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
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
