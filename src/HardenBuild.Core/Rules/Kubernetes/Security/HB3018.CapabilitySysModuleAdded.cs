using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>SYS_MODULE is added.</summary>
internal sealed class CapabilitySysModuleAdded() : WorkloadRule("HB3018", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.Capabilities)
        where !violation.IsAbsence && Capabilities.Normalize(violation.Value!) == "SYS_MODULE"
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilitySysModuleAdded),
        Title = "Container adds SYS_MODULE",
        MessageFormat =
            "Capability '{0}' lets container '{1}' load code into the kernel of the node, which then belongs to it; remove it and "
            + "load the module when the node starts",
        Rationale =
            "The kernel is shared by all containers of a node. Whoever may load a module runs code in it and is beyond every other "
            + "protection.",
        WhenToIgnore = "When the container is the driver of a device and the node cannot load the module itself.",
        CatalogueSlugs = ["capability-sys-module-added"],
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
            "trivy:KSV-0120",
            "trivy:KSV-0022",
            "trivy:KSV-0106",
            "checkov:CKV_K8S_25",
            "kubeaudit:CapabilityAdded",
            "kubescape:C-0046",
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
                              drop: [ALL]
                              add: [[|SYS_MODULE|]]

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
