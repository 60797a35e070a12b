using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>An added capability that the Pod Security Standard 'restricted' does not allow.</summary>
internal sealed class CapabilityAddedNotInRestricted() : WorkloadRule("HB3014", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.IsLinux ? workload.Pod.ViolationsOf(PodSecurityControl.RestrictedCapabilities) : []
        where !violation.IsAbsence
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilityAddedNotInRestricted),
        Title = "Container adds a capability beyond NET_BIND_SERVICE",
        MessageFormat =
            "Capability '{0}' of container '{1}' undoes a part of 'drop: [ALL]', and namespaces that enforce the level 'restricted' "
            + "refuse the pod; remove it",
        Rationale =
            "The Pod Security Standard 'restricted' lets containers add NET_BIND_SERVICE and nothing else. Most programs that ask "
            + "for CHOWN, SETUID or DAC_OVERRIDE start as root to prepare files, which an init container, 'fsGroup' or the image can "
            + "do. .NET applications need none of them.",
        WhenToIgnore = "When the image must prepare itself as root and no other is at hand.",
        CatalogueSlugs = ["capability-added-not-in-restricted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.PodSecurity("restricted", "Capabilities"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0022",
            "trivy:KSV-0106",
            "checkov:CKV_K8S_25",
            "kubeaudit:CapabilityAdded",
            "kics:Containers With Added Capabilities",
        ],
        ComparedWith =
            "trivy, checkov and kubeaudit also report NET_BIND_SERVICE, which the standard allows and which is the way to a port "
            + "below 1024 without root; HB3178 is about it.",
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
                              add: [[|SETUID|]]

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
