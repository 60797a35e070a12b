using System.Globalization;
using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget above what the autoscaler keeps.</summary>
internal sealed class PodDisruptionBudgetExceedsHpaMin() : ManifestSetRule("HB3121", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (IntOrPercent.Parse(budget.MinAvailable) is not { } minimum || !budget.HasSelector)
                continue;
            foreach (var (workload, answer) in set.Network.Pods.Selected(budget.Selector, budget.Object.Namespace))
            {
                if (answer != Answer.Yes || set.Availability.ScalerOf(workload) is not { LowestCount: { } count } scaler || count == 0 || minimum.Of(count) < count)
                    continue;
                yield return Report(minimum.Text.Location, budget.Object.LogicalPath, minimum.Text.Value, count.ToString(CultureInfo.InvariantCulture), scaler.Object.LogicalPath) with
                {
                    LogicalPath = budget.Object.LogicalPath,
                    Related = [new RelatedLocation(scaler.Minimum.Known?.Location ?? scaler.Object.NameLocation, "The autoscaler's minimum")],
                };
                break;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetExceedsHpaMin),
        Title = "Disruption budget asks for more pods than the autoscaler keeps",
        MessageFormat =
            "'minAvailable: {1}' of '{0}' is not below the {2} pods to which '{3}' may shrink the workload, so no pod can be "
            + "moved then; lower it, or raise 'minReplicas'",
        Rationale =
            "Budget and autoscaler agree while there is load. In quiet hours, when nodes are upgraded, the budget forbids every "
            + "eviction.",
        WhenToIgnore = "When somebody has to agree to each eviction, on purpose.",
        CatalogueSlugs = ["pod-disruption-budget-exceeds-hpa-min"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["polaris:pdbMinAvailableGreaterThanHPAMinReplicas"],
        RollsUp = ["HB3120"],
        ComparedWith = "polaris accepts a minimum that equals the autoscaler's; no pod can be moved then either.",
        Violations =
        [
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api
                  namespace: shop
                spec:
                  minAvailable: [|2|]
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
            new("budget.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api
                  namespace: shop
                spec:
                  minAvailable: 1
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
