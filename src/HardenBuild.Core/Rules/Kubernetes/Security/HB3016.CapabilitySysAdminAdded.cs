using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>SYS_ADMIN</c> or <c>ALL</c> is added.</summary>
internal sealed class CapabilitySysAdminAdded() : WorkloadRule("HB3016", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from container in workload.Containers
        from capability in container.Security.AddedCapabilities.Items
        where Capabilities.Normalize(capability.Value) is "SYS_ADMIN" or "ALL"
        select ReportContainer(workload, container, capability.Location, capability.Value, container.DisplayName);

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
        Aliases = ["trivy:KSV-0005", "checkov:CKV_K8S_39", "kubesec:CapSysAdmin", "kics:Containers With Sys Admin Capabilities"],
        Related = ["kubescape:C-0057"],
        Supersedes = ["HB3015"],
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
