using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>hostIPC: true</c>.</summary>
internal sealed class HostIpc() : WorkloadRule("HB3022", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.HostNamespaces)
        where violation.Field == "hostIPC"
        select ReportPod(workload, violation.Location);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostIpc),
        Title = "Pod shares the memory segments of the node",
        MessageFormat =
            "The pod shares semaphores and memory segments with its node and may read what other processes keep there; remove "
            + "'hostIPC'",
        Rationale =
            "Shared memory of databases and other programs on the node is readable and writable from the pod. Containers of one pod "
            + "share their own IPC namespace without this field.",
        WhenToIgnore = "When the pod works together with a program on the node through shared memory, such as some GPU services.",
        CatalogueSlugs = ["host-ipc"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.4"),
            RuleReference.PodSecurity("baseline", "Host Namespaces"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0008",
            "checkov:CKV_K8S_18",
            "kube-linter:host-ipc",
            "polaris:hostIPCSet",
            "kubeaudit:NamespaceHostIPCTrue",
            "kubesec:HostIPC",
            "kubescape:C-0276",
            "kubescape:C-0038",
            "kics:Shared Host IPC Namespace",
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
                      hostIPC: [|true|]
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
                      hostIPC: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
