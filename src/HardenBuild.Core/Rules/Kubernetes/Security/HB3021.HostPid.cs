using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>hostPID: true</c>.</summary>
internal sealed class HostPid() : WorkloadRule("HB3021", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.HostNamespaces)
        where violation.Field == "hostPID"
        select ReportPod(workload, violation.Location);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPid),
        Title = "Pod sees the processes of the node",
        MessageFormat =
            "The pod sees all processes of its node, with the secrets in their environment and arguments, and may signal those of "
            + "its user; remove 'hostPID'",
        Rationale =
            "With the node's process namespace a container reads environment variables and open files of other pods through /proc, "
            + "and with root it enters any of them. Diagnostic tools such as dotnet-dump work inside the pod's own namespace, or with "
            + "an ephemeral container.",
        WhenToIgnore = "When the pod is an agent that observes the node, such as a security monitor, and runs in a namespace of its own.",
        CatalogueSlugs = ["host-pid"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.3"),
            RuleReference.PodSecurity("baseline", "Host Namespaces"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0010",
            "checkov:CKV_K8S_17",
            "kube-linter:host-pid",
            "polaris:hostPIDSet",
            "kubeaudit:NamespaceHostPIDTrue",
            "kubesec:HostPID",
            "kubescape:C-0038",
            "kubescape:C-0275",
            "kics:Shared Host PID Namespace",
        ],
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
                      hostPID: [|true|]
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
                      hostPID: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
