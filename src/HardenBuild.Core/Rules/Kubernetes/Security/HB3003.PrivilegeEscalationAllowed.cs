using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>allowPrivilegeEscalation</c> is not false.</summary>
internal sealed class PrivilegeEscalationAllowed() : WorkloadRule("HB3003", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var gaps = new List<Container>();
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.PrivilegeEscalation))
        {
            // Kubernetes refuses 'allowPrivilegeEscalation: false' beside these two; their own rules name the cause.
            if (violation.Container is not { Security: { IsPrivileged: false, AddsSysAdmin: false } } container || !workload.Pod.IsLinux)
                continue;
            if (violation.IsAbsence)
                gaps.Add(container);
            else
                yield return ReportContainer(workload, container, violation.Location, container.DisplayName);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PrivilegeEscalationAllowed),
        Title = "Container may gain privileges that its parent process does not have",
        MessageFormat =
            "Processes in container '{0}' may gain privileges through setuid programs such as sudo; set 'allowPrivilegeEscalation: "
            + "false' in its security context",
        Rationale =
            "Unless the field is false, the kernel's no_new_privs bit is not set, and a setuid program in the image can turn a "
            + "stolen application account into root. The field has no default that is safe: leaving it out allows escalation. .NET "
            + "applications start no setuid programs.",
        WhenToIgnore = "When the container runs a program that must change its user by design, such as an SSH server.",
        CatalogueSlugs = ["privilege-escalation-allowed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(269),
            RuleReference.CisKubernetes("5.2.6"),
            RuleReference.PodSecurity("restricted", "Privilege Escalation"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0001",
            "checkov:CKV_K8S_20",
            "polaris:privilegeEscalationAllowed",
            "kubeaudit:AllowPrivilegeEscalationNil",
            "kubeaudit:AllowPrivilegeEscalationTrue",
            "kubescape:C-0016",
            "kube-linter:privilege-escalation-container",
            "kubesec:AllowPrivilegeEscalation",
            "kics:Privilege Escalation Allowed",
        ],
        ComparedWith =
            "kube-linter and kubesec report only an explicit true, and kube-linter also privileged containers; a missing value "
            + "means the same. Privileged containers and those that add SYS_ADMIN are left to the rules about these, because "
            + "Kubernetes refuses the fix there.",
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
                            allowPrivilegeEscalation: [|true|]

                """),
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
                            allowPrivilegeEscalation: false

                """),
        ],
    };
}
