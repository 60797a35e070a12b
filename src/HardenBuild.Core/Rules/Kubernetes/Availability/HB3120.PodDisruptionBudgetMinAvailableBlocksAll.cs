using System.Globalization;
using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A budget that forbids every eviction by its minimum.</summary>
internal sealed class PodDisruptionBudgetMinAvailableBlocksAll() : ManifestSetRule("HB3120", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var budget in set.Availability.Budgets)
        {
            if (IntOrPercent.Parse(budget.MinAvailable) is not { } minimum)
                continue;
            if (minimum is { IsPercent: true, Value: >= 100 })
            {
                yield return Report(minimum.Text.Location, budget.Object.LogicalPath, minimum.Text.Value, "pods") with { LogicalPath = budget.Object.LogicalPath };
                continue;
            }

            foreach (var (workload, answer) in set.Network.Pods.Selected(budget.Selector, budget.Object.Namespace))
            {
                if (answer != Answer.Yes || !budget.HasSelector || !AvailabilityObjects.HasReplicas(workload) || set.Availability.LowestCount(workload) is not { } count || count == 0 || minimum.Of(count) < count)
                    continue;
                yield return Report(minimum.Text.Location, budget.Object.LogicalPath, minimum.Text.Value, $"{count.ToString(CultureInfo.InvariantCulture)} pods of '{workload.LogicalPath}'") with
                {
                    LogicalPath = budget.Object.LogicalPath,
                    Related = [new RelatedLocation(AvailabilityObjects.ReplicasLocation(workload), "The workload's number of pods")],
                };
                break;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PodDisruptionBudgetMinAvailableBlocksAll),
        Title = "Disruption budget asks for all pods",
        MessageFormat =
            "'minAvailable: {1}' of '{0}' asks for all {2}, so no pod can be moved and nodes cannot be drained; lower it, or use "
            + "'maxUnavailable: 1'",
        Rationale =
            "Draining waits until the budget allows an eviction, which is never while no more pods run than must be available.",
        WhenToIgnore = "When somebody has to agree to each eviction, on purpose.",
        CatalogueSlugs = ["pod-disruption-budget-min-available-blocks-all"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:pdb-min-available", "polaris:pdbDisruptionsIsZero"],
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
                  replicas: 2
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
                  replicas: 2
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
