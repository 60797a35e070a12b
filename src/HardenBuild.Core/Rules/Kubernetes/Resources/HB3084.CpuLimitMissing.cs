using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>The CPU is not limited.</summary>
internal sealed class CpuLimitMissing() : WorkloadRule("HB3084", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Resources.Limit(ContainerResources.Cpu).IsAbsent)]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CpuLimitMissing),
        Title = "CPU limit is missing",
        MessageFormat = "Container '{0}' may use all CPU of its node; set 'resources.limits.cpu'",
        Rationale =
            "Without a limit a busy container takes what others leave. With one it is throttled even when the node is idle, "
            + "which slows down .NET's garbage collector and start. The rule is off by default, as many do without on purpose.",
        WhenToIgnore = "When a LimitRange or a vertical autoscaler of the cluster sets the value.",
        CatalogueSlugs = ["cpu-limit-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(400), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0050", "kubescape:resources-cpu-limit-and-request", "trivy:KSV-0011", "checkov:CKV_K8S_11", "kube-score:container-resources", "polaris:cpuLimitsMissing", "kubeaudit:LimitsCPUNotSet", "kubesec:LimitsCPU", "kubescape:C-0270", "kubescape:resources-cpu-limits", "kics:CPU Limits Not Set"],
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
                            limits:
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
                              cpu: "1"
                              memory: 256Mi

                """),
        ],
    };
}
