using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>No seccomp profile by default.</summary>
internal sealed class PspSeccompNotDefault() : PodSecurityPolicyRule("HB4011", RuleSeverity.None, RuleSeverity.None)
{
    private const string DefaultProfile = "seccomp.security.alpha.kubernetes.io/defaultProfileName";

    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var profile = policy.Annotations.Text(DefaultProfile);
        if (!profile.IsUnknown && !profile.Is("runtime/default") && !profile.Is("docker/default"))
            yield return ReportPolicy(policy, profile.Known?.Location ?? policy.NameLocation);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspSeccompNotDefault),
        Title = "Pod security policy sets no seccomp profile",
        MessageFormat =
            "Policy '{0}' gives pods no seccomp profile; set the annotation "
            + "'seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default'",
        Rationale =
            "A container without a profile may call every function of the node's kernel. The policy can give one to all pods that "
            + "name none. Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off "
            + "by default because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-seccomp-not-default"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_32"],
        Violations =
        [
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
                  annotations:
                    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
                spec:
                  privileged: false

                """),
        ],
    };
}
