using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget of no pods, or of all.</summary>
internal sealed class PodDisruptionBudgetDangling() : ManifestSetRule("HB3123", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (!budget.HasSelector || budget.Selector.Location is not { } location)
                continue;
            if (budget.Selector.IsEmpty)
                yield return Report(location, budget.Object.LogicalPath, "covers every pod of the namespace by its empty selector") with { LogicalPath = budget.Object.LogicalPath, AtMost = RuleSeverity.Suggestion };
            else if (set.Network.ArePodsInSight(budget.Object) && set.Network.Pods.Selects(budget.Selector, budget.Object.Namespace) == Answer.No)
                yield return Report(location, budget.Object.LogicalPath, "matches no pods that the repository defines") with { LogicalPath = budget.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetDangling),
        Title = "Disruption budget covers no pods",
        MessageFormat = "'{0}' {1}; correct the labels of its selector",
        Rationale =
            "A budget whose selector matches nothing protects nothing and says so nowhere. An empty selector covers every pod of "
            + "the namespace.",
        WhenToIgnore = "When an operator or another repository makes the pods.",
        CatalogueSlugs = ["pod-disruption-budget-dangling"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
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
                      [|app: apii|]
                ---
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
                ---
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

                """),
        ],
    };
}
