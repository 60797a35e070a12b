using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>hostIPC: true</c>.</summary>
internal sealed class PspAllowsHostIpc() : PodSecurityPolicyRule("HB4005", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        if (spec.Boolean("hostIPC").Known is { Value: true } allowed)
            yield return ReportPolicy(policy, allowed.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsHostIpc),
        Title = "Pod security policy allows the shared memory of the node",
        MessageFormat = "Policy '{0}' lets pods use the shared memory of their node; set 'hostIPC: false'",
        Rationale =
            "Whoever may use the policy may create pods that read the shared memory of the node's processes. Kubernetes removed "
            + "PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by default because HB3156 "
            + "reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-host-ipc"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_3", "kubescape:C-0215", "kubescape:psp-deny-hostipc", "kics:PSP Allows Sharing Host IPC"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  hostIPC: [|true|]

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
                  hostIPC: false

                """),
        ],
    };
}
