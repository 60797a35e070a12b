using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>Pods may add capabilities.</summary>
internal sealed class PspAllowsAddedCapabilities() : PodSecurityPolicyRule("HB4010", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var added = spec.Texts("allowedCapabilities").Items.AddRange(spec.Texts("defaultAddCapabilities").Items);
        if (!added.IsEmpty)
        {
            yield return ReportPolicy(policy, added[0].Location) with
            {
                Related = RepeatedPlaces.AfterFirst(added.Select(static capability => capability.Location), "Allowed as well"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsAddedCapabilities),
        Title = "Pod security policy allows additional capabilities",
        MessageFormat =
            "Policy '{0}' lets containers have capabilities beyond those of the runtime; remove 'allowedCapabilities' and "
            + "'defaultAddCapabilities'",
        Rationale =
            "Additional capabilities reach out of the container: NET_ADMIN rewires the network of the node and SYS_ADMIN is nearly "
            + "root on it. An asterisk allows all of them. Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who "
            + "still run older clusters, and off by default because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-added-capabilities"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_24", "kubescape:C-0219", "kubescape:psp-deny-allowed-capabilities", "kics:PSP With Added Capabilities"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  allowedCapabilities: [[|"*"|]]

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
                  allowedCapabilities: []

                """),
        ],
    };
}
