using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>SYS_ADMIN</c> or <c>ALL</c> is added.</summary>
internal sealed class CapabilitySysAdminAdded() : WorkloadRule("HB3016", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.Capabilities)
        where Capabilities.IsSysAdmin(violation.Value!)
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilitySysAdminAdded),
        Title = "Container adds SYS_ADMIN or all capabilities",
        MessageFormat =
            "Capability '{0}' makes container '{1}' as good as privileged: it may mount file systems and leave its namespaces; "
            + "remove it and add only the single capability that the task needs",
        Rationale =
            "SYS_ADMIN gates so many operations, mounting among them, that a container with it can take over the node. ALL contains "
            + "it. Kubernetes also refuses 'allowPrivilegeEscalation: false' beside it.",
        WhenToIgnore = "When the container mounts file systems for the cluster, such as a storage driver.",
        CatalogueSlugs = ["capability-sys-admin-added"],
        SecuritySeverity = SecuritySeverity.Critical,
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
            "trivy:KSV-0005",
            "trivy:KSV-0022",
            "trivy:KSV-0106",
            "checkov:CKV_K8S_25",
            "checkov:CKV_K8S_39",
            "polaris:dangerousCapabilities",
            "kubeaudit:CapabilityAdded",
            "kubesec:CapSysAdmin",
            "kubescape:C-0046",
            "kubescape:C-0057",
            "kics:Containers With Sys Admin Capabilities",
        ],
        Supersedes = ["HB3014", "HB3015", "HB3019"],
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
                              add: [[|SYS_ADMIN|]]

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

                """),
        ],
    };
}
