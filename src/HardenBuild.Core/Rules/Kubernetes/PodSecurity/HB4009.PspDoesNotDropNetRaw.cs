using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>requiredDropCapabilities</c> has neither <c>ALL</c> nor <c>NET_RAW</c>.</summary>
internal sealed class PspDoesNotDropNetRaw() : PodSecurityPolicyRule("HB4009", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var dropped = spec.Texts("requiredDropCapabilities");
        if (!dropped.IsUnknown && !dropped.Items.Any(static capability => Capabilities.Normalize(capability.Value) is "ALL" or "NET_RAW"))
            yield return ReportPolicy(policy, dropped.Location ?? policy.NameLocation);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspDoesNotDropNetRaw),
        Title = "Pod security policy lets containers keep NET_RAW",
        MessageFormat = "Policy '{0}' lets containers forge packets and so answer for other pods; set 'requiredDropCapabilities: [ALL]'",
        Rationale =
            "With NET_RAW, which most runtimes give every container, a process spoofs ARP and DNS answers within the network of the "
            + "cluster. Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by "
            + "default because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-does-not-drop-net-raw"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_7", "kics:NET_RAW Capabilities Disabled for PodSecurityPolicy"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  requiredDropCapabilities: [|[CHOWN]|]

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
                  requiredDropCapabilities: [ALL]

                """),
        ],
    };
}
