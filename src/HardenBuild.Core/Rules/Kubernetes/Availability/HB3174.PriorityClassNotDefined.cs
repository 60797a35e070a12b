using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A priority class that the cluster may not have.</summary>
internal sealed class PriorityClassNotDefined() : ManifestSetRule("HB3174", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (new ManifestFields(workload.Pod.Spec).Text("priorityClassName").Known is not { Value: not ("" or "system-cluster-critical" or "system-node-critical") } name)
                continue;
            if (!set.OfKind("scheduling.k8s.io", "PriorityClass").Any(definition => definition.Name.IsUnknown || definition.Name.Is(name.Value)))
                yield return Report(name.Location, workload.LogicalPath, name.Value) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PriorityClassNotDefined),
        Title = "Priority class is not defined",
        MessageFormat =
            "'{0}' has the priority class '{1}', which is none of the two that every cluster has and is not defined in the "
            + "repository; define it, or correct the name",
        Rationale =
            "The API server refuses pods with a priority class that the cluster does not have. Clusters bring "
            + "'system-cluster-critical' and 'system-node-critical' and no others.",
        WhenToIgnore = "When those who run the cluster define its priority classes elsewhere, as is usual; the rule is off by default.",
        CatalogueSlugs = ["priority-class-not-defined"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:priority-class-name"],
        ComparedWith = "kube-linter allows the two classes of the system alone, whatever is defined. That they are for the system is HB3129's.",
        Violations =
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
                      priorityClassName: [|business|]
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
                      priorityClassName: business
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata:
                  name: business
                value: 1000

                """),
        ],
    };
}
