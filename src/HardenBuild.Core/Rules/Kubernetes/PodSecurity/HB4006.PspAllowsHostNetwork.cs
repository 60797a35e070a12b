using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>hostNetwork: true</c>.</summary>
internal sealed class PspAllowsHostNetwork() : PodSecurityPolicyRule("HB4006", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        if (spec.Boolean("hostNetwork").Known is { Value: true } allowed)
            yield return ReportPolicy(policy, allowed.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsHostNetwork),
        Title = "Pod security policy allows the network of the node",
        MessageFormat = "Policy '{0}' lets pods use the network of their node, past every network policy; set 'hostNetwork: false'",
        Rationale =
            "Whoever may use the policy may create pods that reach what listens on localhost of the node. Kubernetes removed "
            + "PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by default because HB3156 "
            + "reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-host-network"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases =
        [
            "checkov:CKV_K8S_4",
            "kubescape:C-0216",
            "kubescape:psp-deny-hostnetwork",
            "kics:PSP Allows Containers To Share The Host Network Namespace",
        ],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  hostNetwork: [|true|]

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
                  hostNetwork: false

                """),
        ],
    };
}
