using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>Memory is not limited.</summary>
internal sealed class MemoryLimitMissing() : WorkloadRule("HB3086", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Resources.Limit(ContainerResources.Memory).IsAbsent)]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MemoryLimitMissing),
        Title = "Memory limit is missing",
        MessageFormat = "Container '{0}' may use all memory of its node, until others on it are killed; set 'resources.limits.memory'",
        Rationale =
            "A leak or a large request then takes the memory of every pod on the node. .NET sizes its heap by the limit; without "
            + "one it takes the node's memory for its own.",
        WhenToIgnore = "When a LimitRange or a vertical autoscaler of the cluster sets the value.",
        CatalogueSlugs = ["memory-limit-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0004", "kubescape:resources-memory-limit-and-request", "trivy:KSV-0018", "checkov:CKV_K8S_13", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "polaris:memoryLimitsMissing", "kubeaudit:LimitsMemoryNotSet", "kubesec:LimitsMemory", "kubescape:C-0271", "kubescape:resources-memory-limits", "kics:Memory Limits Not Defined"],
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
                              memory: 256Mi

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
                            limits:
                              memory: 256Mi

                """),
        ],
    };
}
