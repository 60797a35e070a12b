using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>NET_RAW is added.</summary>
internal sealed class CapabilityNetRawAdded() : WorkloadRule("HB3017", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.Capabilities)
        where !violation.IsAbsence && Capabilities.Normalize(violation.Value!) == "NET_RAW"
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilityNetRawAdded),
        Title = "Container adds NET_RAW",
        MessageFormat = "Capability '{0}' lets container '{1}' forge packets and so answer for other pods; remove it",
        Rationale =
            "With NET_RAW a process writes any packet, which allows it to spoof ARP and DNS answers within the network of the "
            + "cluster. Programs such as ping need it only where the node does not allow ICMP sockets to every group.",
        WhenToIgnore = "When the container is a network tool of the cluster.",
        CatalogueSlugs = ["capability-net-raw-added"],
        SecuritySeverity = SecuritySeverity.Medium,
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
            "trivy:KSV-0119",
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
                              add: [[|NET_RAW|]]

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
