using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Probes;
using HardenBuild.Model.Kubernetes.Resources;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>Only the limit of the CPU is written.</summary>
internal sealed class CpuRequestLeftToLimit() : WorkloadRule("HB3168", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => ReportGap(workload,
    [
        .. LongRunning.Containers(workload).Where(static container =>
            container.Resources.OwnRequest(ContainerResources.Cpu).IsAbsent && container.Resources.Limit(ContainerResources.Cpu).Known is not null),
    ]);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CpuRequestLeftToLimit),
        Title = "CPU request is left to the limit",
        MessageFormat =
            "Container '{0}' reserves as much CPU as its limit, because no request is written; set 'resources.requests.cpu' to "
            + "what it needs",
        Rationale =
            "The API copies the limit into a request that is absent, so that the scheduler reserves the peak for every pod. "
            + "Whether that was meant cannot be told. This is the strict form of HB3083, for policies that want the request written.",
        WhenToIgnore = "When the pod is to have what it may use for certain (quality of service 'Guaranteed'); the rule is off by default.",
        CatalogueSlugs = ["cpu-request-left-to-limit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(400), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubescape:C-0050", "kubescape:resources-cpu-limit-and-request", "kube-score:container-resources", "trivy:KSV-0015", "checkov:CKV_K8S_10", "kube-linter:unset-cpu-requirements", "polaris:cpuRequestsMissing", "kubesec:RequestsCPU", "kubescape:C-0268", "kubescape:resources-cpu-requests"],
        ComparedWith = "The other tools do not know that the API copies the limit, and report such containers with those that reserve nothing.",
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
                              cpu: 500m

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
                            limits:
                              cpu: 500m

                """),
        ],
    };
}
