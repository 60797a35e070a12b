using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Seccomp is switched off.</summary>
internal sealed class SeccompUnconfined() : WorkloadRule("HB3026", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Pod.IsLinux ? workload.Containers : [])
        {
            var isUnconfined = container.Security.SeccompProfile.Known is { } profile && profile.Value.Equals("Unconfined", StringComparison.OrdinalIgnoreCase);
            // The kernel applies no profile to a privileged container: there the cause is another.
            if (isUnconfined && !container.Security.IsPrivileged)
                yield return ReportContainer(workload, container, container.Security.SeccompProfile.Known!.Value.Location, container.DisplayName);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SeccompUnconfined),
        Title = "Seccomp is switched off",
        MessageFormat =
            "Container '{0}' may call every function of the node's kernel because its seccomp profile is unconfined; use the type "
            + "'RuntimeDefault'",
        Rationale =
            "The runtime's default profile blocks several dozen system calls that applications do not use and exploits do. .NET runs "
            + "under it unchanged. An unconfined container offers an attacker the whole kernel.",
        WhenToIgnore =
            "When the container needs a system call that no profile of yours allows; a 'Localhost' profile with that call added is "
            + "better.",
        CatalogueSlugs = ["seccomp-unconfined"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.PodSecurity("baseline", "Seccomp"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0104", "kubeaudit:SeccompDisabledPod", "kubeaudit:SeccompDisabledContainer", "kubesec:SeccompUnconfined", "kubesec:SeccompAny", "checkov:CKV_K8S_31", "kubeaudit:SeccompProfileMissing", "trivy:KSV-0030"],
        Supersedes = ["HB3027"],
        ComparedWith =
            "kubeaudit and the level 'baseline' also count the value of a pod that every container overrides; here only what takes "
            + "effect counts, and the rest is HB3171. Annotations count, although Kubernetes ignores them since 1.27.",
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
                        seccompProfile:
                          type: [|Unconfined|]
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
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
