using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>SYS_PTRACE is added.</summary>
internal sealed class CapabilityDangerousAdded() : WorkloadRule("HB3019", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.RestrictedCapabilities)
        where !violation.IsAbsence && IsDangerous(Capabilities.Normalize(violation.Value!))
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    // SETPCAP stands in the runtimes' own set, so that 'baseline' allows it; to add it in so many words is unusual enough.
    private static bool IsDangerous(string normalized) => normalized is
        "ALL" or "AUDIT_CONTROL" or "BPF" or "DAC_READ_SEARCH" or "IPC_LOCK" or "LINUX_IMMUTABLE" or "MAC_ADMIN" or "MAC_OVERRIDE" or "NET_ADMIN" or
        "NET_RAW" or "PERFMON" or "SETPCAP" or "SYS_BOOT" or "SYS_PTRACE" or "SYS_RAWIO" or "SYS_TIME" or "SYSLOG";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilityDangerousAdded),
        Title = "Container adds a capability that reaches the node",
        MessageFormat =
            "Capability '{0}' gives container '{1}' power over its node or over other containers; remove it, or move the task to a "
            + "component of the cluster",
        Rationale =
            "Some capabilities are worth as much as root on the node: SYS_PTRACE and PERFMON read other processes, SYS_RAWIO and "
            + "DAC_READ_SEARCH read its disks, NET_ADMIN rewires its network, BPF loads programs into its kernel, IPC_LOCK takes "
            + "memory from it that it never gets back.",
        WhenToIgnore =
            "When the container is part of the cluster's network, such as the init container of a service mesh, or of its tracing, "
            + "and its documentation asks for this very capability.",
        CatalogueSlugs = ["capability-dangerous-added"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.PodSecurity("baseline", "Capabilities"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0022",
            "trivy:KSV-0106",
            "checkov:CKV_K8S_25",
            "kubeaudit:CapabilityAdded",
            "polaris:dangerousCapabilities",
            "kubescape:C-0046",
            "kics:Not Limited Capabilities For Container",
        ],
        Supersedes = ["HB3014", "HB3015"],
        ComparedWith = "polaris knows ALL, SYS_ADMIN and NET_ADMIN only. SYS_ADMIN, NET_RAW and SYS_MODULE have rules of their own.",
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            capabilities:
                              drop: [ALL]
                              add: [[|SYS_PTRACE|]]

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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            capabilities:
                              drop: [ALL]
                              add: [NET_BIND_SERVICE]

                """),
        ],
    };
}
