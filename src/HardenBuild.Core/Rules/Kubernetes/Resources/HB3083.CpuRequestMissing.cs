using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>Nothing of the CPU is reserved.</summary>
internal sealed class CpuRequestMissing() : WorkloadRule("HB3083", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        ReportGap(workload, [.. LongRunning.Containers(workload).Where(static container => container.Resources.Request(ContainerResources.Cpu).IsAbsent)]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CpuRequestMissing),
        Title = "CPU request is missing",
        MessageFormat = "Container '{0}' reserves no CPU, so it starves when others on the node are busy; set 'resources.requests.cpu'",
        Rationale =
            "The scheduler places pods by their requests. Without one a pod lands on a node that is full, gets the smallest "
            + "share of the CPU there and is among the first to be evicted.",
        WhenToIgnore = "When a LimitRange or a vertical autoscaler of the cluster sets the value.",
        CatalogueSlugs = ["cpu-request-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(400), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0050", "kubescape:resources-cpu-limit-and-request", "kube-score:container-resources", "trivy:KSV-0015", "checkov:CKV_K8S_10", "kube-linter:unset-cpu-requirements", "polaris:cpuRequestsMissing", "kubesec:RequestsCPU", "kubescape:C-0268", "kubescape:resources-cpu-requests", "kics:CPU Requests Not Set"],
        ComparedWith =
            "A limit stands for the request, as the API copies it, and the resources of the pod for those of its containers. "
            + "Init containers that end are left out.",
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
                            requests:
                              cpu: 100m

                """),
        ],
    };
}
