using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>requiredDropCapabilities</c> is absent or empty.</summary>
internal sealed class PspDoesNotRequireDrop() : PodSecurityPolicyRule("HB4012", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var dropped = spec.Texts("requiredDropCapabilities");
        if (!dropped.IsUnknown && dropped.Items.IsEmpty)
            yield return ReportPolicy(policy, dropped.Location ?? policy.NameLocation);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspDoesNotRequireDrop),
        Title = "Pod security policy requires no capability to be dropped",
        MessageFormat = "Policy '{0}' lets containers keep every capability of the runtime; set 'requiredDropCapabilities: [ALL]'",
        Rationale =
            "The runtime gives a container about a dozen capabilities that most applications do not use, NET_RAW among them. "
            + "Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by default "
            + "because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-does-not-require-drop"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases =
        [
            "checkov:CKV_K8S_36",
            "kubescape:C-0220",
            "kubescape:psp-required-drop-capabilities",
            "kics:Not Limited Capabilities For Pod Security Policy",
        ],
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
                spec:
                  requiredDropCapabilities: [ALL]

                """),
        ],
    };
}
