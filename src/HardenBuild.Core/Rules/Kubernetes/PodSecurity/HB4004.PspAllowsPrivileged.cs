using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>privileged: true</c>.</summary>
internal sealed class PspAllowsPrivileged() : PodSecurityPolicyRule("HB4004", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        if (spec.Boolean("privileged").Known is { Value: true } allowed)
            yield return ReportPolicy(policy, allowed.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsPrivileged),
        Title = "Pod security policy allows privileged containers",
        MessageFormat = "Policy '{0}' lets pods take over their node with privileged containers; set 'privileged: false'",
        Rationale =
            "Whoever may use the policy may create privileged containers, which are root on the node. Kubernetes removed "
            + "PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by default because HB3156 "
            + "reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-privileged"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_2", "kubescape:C-0213", "kubescape:psp-deny-privileged-container", "kics:PSP Set To Privileged"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  privileged: [|true|]

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
                  privileged: false

                """),
        ],
    };
}
