using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>No memory is reserved.</summary>
internal sealed class MemoryRequestMissing() : WorkloadRule("HB3085", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Resources.Request(ContainerResources.Memory).IsAbsent)]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MemoryRequestMissing),
        Title = "Memory request is missing",
        MessageFormat =
            "Container '{0}' reserves no memory, so it is killed first when the node runs out of it; set "
            + "'resources.requests.memory'",
        Rationale =
            "The scheduler places pods by their requests. Without one a pod lands on a node without free memory and is the first "
            + "to be evicted there.",
        WhenToIgnore = "When a LimitRange or a vertical autoscaler of the cluster sets the value.",
        CatalogueSlugs = ["memory-request-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(400), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0004", "kubescape:resources-memory-limit-and-request", "kube-score:container-resources", "trivy:KSV-0016", "checkov:CKV_K8S_12", "polaris:memoryRequestsMissing", "kubesec:RequestsMemory", "kubescape:C-0269", "kics:Memory Requests Not Defined"],
        Violations =
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
                      containers:
                        - name: [|api|]
                          image: registry.example.com/api:1.4.2
                          resources:
                            requests:
                              cpu: 100m

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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          resources:
                            requests:
                              memory: 256Mi

                """),
        ],
    };
}
