using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods without a preference for nodes.</summary>
internal sealed class NodeAffinityMissing() : WorkloadRule("HB3127", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (new ManifestFields(workload.Pod.Spec).Object("affinity").Object("nodeAffinity").IsAbsent)
            yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NodeAffinityMissing),
        Title = "Pods prefer no nodes",
        MessageFormat = "'{0}' has no 'nodeAffinity'; add it where nodes differ",
        Rationale =
            "In a cluster with several kinds of nodes the affinity keeps pods where they belong. The rule is off by default: "
            + "most pods run anywhere.",
        WhenToIgnore = "When all nodes are alike.",
        CatalogueSlugs = ["node-affinity-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:no-node-affinity"],
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
                    spec:
                      affinity:
                        nodeAffinity:
                          requiredDuringSchedulingIgnoredDuringExecution:
                            nodeSelectorTerms:
                              - matchExpressions:
                                  - key: kubernetes.io/arch
                                    operator: In
                                    values: [amd64]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
