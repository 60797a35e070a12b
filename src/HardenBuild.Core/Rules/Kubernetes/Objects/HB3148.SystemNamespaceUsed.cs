using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A workload among those of the system.</summary>
internal sealed class SystemNamespaceUsed() : WorkloadRule("HB3148", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Namespace.Known is { Value: "kube-system" or "kube-public" or "kube-node-lease" } name && !IsOfTheSystem(workload))
            yield return ReportPod(workload, name.Location, workload.LogicalPath, name.Value);
    }

    private static bool IsOfTheSystem(Workload workload) =>
        workload.Object.Labels.Text("tier").Is("control-plane") || workload.Pod.Labels.Text("tier").Is("control-plane")
        || new ManifestFields(workload.Pod.Spec).Text("priorityClassName").Known is { Value: "system-cluster-critical" or "system-node-critical" }
        || !workload.Object.Labels.Text("k8s-app").IsAbsent || !workload.Pod.Labels.Text("k8s-app").IsAbsent;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SystemNamespaceUsed),
        Title = "Workload lies in a namespace of the system",
        MessageFormat = "'{0}' lies in '{1}', among the cluster's own components; use a namespace of its own",
        Rationale =
            "Whoever may change workloads there may change the cluster's DNS and network too, and policies usually leave the "
            + "namespace out.",
        WhenToIgnore = "When the workload is an add-on of the cluster, such as a network or storage driver.",
        CatalogueSlugs = ["system-namespace-used"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(653), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0037"],
        Related = ["kics:Using Unrecommended Namespace"],
        ComparedWith = "Add-ons of the cluster, known by their priority class or the label 'k8s-app', are accepted.",
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: [|kube-system|]
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
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
