using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>allowPrivilegeEscalation</c> is not false.</summary>
internal sealed class PspAllowsPrivilegeEscalation() : PodSecurityPolicyRule("HB4007", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var allowed = spec.Boolean("allowPrivilegeEscalation");
        if (allowed.IsAbsentOr(true))
            yield return ReportPolicy(policy, allowed.Known?.Location ?? policy.NameLocation);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsPrivilegeEscalation),
        Title = "Pod security policy allows privilege escalation",
        MessageFormat = "Policy '{0}' lets processes become root through setuid programs; set 'allowPrivilegeEscalation: false'",
        Rationale =
            "The field is true where it is left out, so that the policy does not keep a process from gaining privileges that its "
            + "parent does not have. Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older "
            + "clusters, and off by default because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-privilege-escalation"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases =
        [
            "checkov:CKV_K8S_5",
            "kubescape:C-0217",
            "kubescape:psp-deny-allowprivilegeescalation",
            "kics:PSP Allows Privilege Escalation",
        ],
        Related = ["kics:Resource With Allow Privilege Escalation"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  allowPrivilegeEscalation: [|true|]

                """),
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: [|shop|]
                spec:
                  privileged: false

                """),
        ],
        Fixed =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  allowPrivilegeEscalation: false

                """),
        ],
    };
}
