using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>An added capability that the Pod Security Standard 'baseline' does not allow.</summary>
internal sealed class CapabilityAddedNotInBaseline() : WorkloadRule("HB3015", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload) =>
        from violation in workload.Pod.ViolationsOf(PodSecurityControl.Capabilities)
        where !Capabilities.IsInBaseline(Capabilities.Normalize(violation.Value!))
        select ReportContainer(workload, violation.Container!, violation.Location, violation.Value!, violation.Container!.DisplayName);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilityAddedNotInBaseline),
        Title = "Container adds a dangerous capability",
        MessageFormat = "Capability '{0}' lets container '{1}' do what runtimes keep from containers because it reaches beyond them; "
            + "remove it, or move the task to a component of the cluster",
        Rationale =
            "Capabilities beyond the runtime's own set reach out of the container: NET_ADMIN rewires the network, SYS_PTRACE reads "
            + "other processes, SYS_MODULE loads kernel code. Namespaces that enforce the Pod Security Standard 'baseline' refuse such "
            + "pods.",
        WhenToIgnore =
            "When the container is part of the cluster's network, storage or tracing and its documentation asks for this very "
            + "capability.",
        CatalogueSlugs = ["capability-added-not-in-baseline"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.PodSecurity("baseline", "Capabilities"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0022", "checkov:CKV_K8S_25", "kubeaudit:CapabilityAdded", "kics:Containers With Added Capabilities"],
        Supersedes = ["HB3014"],
        ComparedWith =
            "trivy, checkov and kubeaudit report every added capability, for which there is HB3014; only NET_BIND_SERVICE, which "
            + "the standard recommends after dropping all of them, is never reported.",
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
                              add: [[|NET_ADMIN|]]

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
