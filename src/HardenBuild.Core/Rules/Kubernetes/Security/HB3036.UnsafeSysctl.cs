using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A kernel setting that concerns more than the pod.</summary>
internal sealed class UnsafeSysctl() : WorkloadRule("HB3036", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.IsLinux ? workload.Pod.ViolationsOf(PodSecurityControl.Sysctls) : []
        select ReportPod(workload, violation.Location, violation.Value!);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UnsafeSysctl),
        Title = "Pod changes a kernel setting that Kubernetes does not call safe",
        MessageFormat =
            "Kernel setting '{0}' can disturb the node or other pods, and the kubelet refuses the pod unless its administrator "
            + "allowed it; remove it or set it on the node",
        Rationale =
            "Only a handful of kernel settings are confined to a pod. Any other may take memory from the node, slow down its "
            + "neighbours or weaken their protection. The kubelet starts such pods only with '--allowed-unsafe-sysctls', and the Pod "
            + "Security Standard 'baseline' forbids them.",
        WhenToIgnore = "When the nodes are reserved for this workload and their kubelet allows the setting.",
        CatalogueSlugs = ["unsafe-sysctl"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(15),
            RuleReference.PodSecurity("baseline", "Sysctls"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0026", "kube-linter:unsafe-sysctls", "kubescape:set-sysctls-params", "kics:Cluster Allows Unsafe Sysctls"],
        ComparedWith = "kube-linter reports every setting of the network, those among them that Kubernetes calls safe.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      securityContext:
                        sysctls:
                          - name: [|kernel.msgmax|]
                            value: "65536"
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
                spec:
                  template:
                    spec:
                      securityContext:
                        sysctls:
                          - name: net.ipv4.ip_unprivileged_port_start
                            value: "0"
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
