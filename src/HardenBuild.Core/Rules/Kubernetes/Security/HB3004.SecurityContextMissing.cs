using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Neither pod nor container has a security context.</summary>
internal sealed class SecurityContextMissing() : WorkloadRule("HB3004", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.SecurityContext.IsEmpty
        ? ReportGap(workload, [.. workload.Containers.Where(static container => container.OwnSecurityContext.IsEmpty)], "securityContext")
        : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecurityContextMissing),
        Title = "Container has no security context",
        MessageFormat =
            "Container '{0}' runs with every default, which include root, privilege escalation and unfiltered system calls; give it "
            + "a 'securityContext' with 'runAsNonRoot: true', 'allowPrivilegeEscalation: false', 'capabilities.drop: [ALL]' and "
            + "'seccompProfile.type: RuntimeDefault'",
        Rationale =
            "Kubernetes' defaults are made for compatibility, not for safety: the image decides about root, setuid programs work, "
            + "the kernel answers every system call and the runtime's capabilities stay. A few lines in the security context take all "
            + "that away, and .NET applications run unchanged. In modes 'default' and 'hardened' this finding stands for the rules "
            + "about the single settings.",
        WhenToIgnore = "When an admission webhook of the cluster adds the security context to every pod.",
        CatalogueSlugs = ["security-context-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.CisKubernetes("5.6.3"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_29", "checkov:CKV_K8S_30", "kics:Pod or Container Without Security Context"],
        Related = ["trivy:KSV-0118"],
        RollsUp = ["HB3003", "HB3005", "HB3011", "HB3027", "HB3040"],
        ComparedWith =
            "checkov asks for a security context on the pod and on each container; here one of them is enough, as both reach the "
            + "container. trivy reports an empty context of the pod even where every container has its own.",
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
                        - name: [|api|]
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsNonRoot: true
                            allowPrivilegeEscalation: false
                            capabilities:
                              drop: [ALL]
                            seccompProfile:
                              type: RuntimeDefault

                """),
        ],
    };
}
