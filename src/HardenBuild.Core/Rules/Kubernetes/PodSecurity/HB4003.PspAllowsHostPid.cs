using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary><c>hostPID: true</c>.</summary>
internal sealed class PspAllowsHostPid() : PodSecurityPolicyRule("HB4003", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        if (spec.Boolean("hostPID").Known is { Value: true } allowed)
            yield return ReportPolicy(policy, allowed.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsHostPid),
        Title = "Pod security policy allows the process namespace of the node",
        MessageFormat = "Policy '{0}' lets pods see the processes of their node; set 'hostPID: false'",
        Rationale =
            "Whoever may use the policy may create pods that read the environment and files of every process of the node. "
            + "Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and off by default "
            + "because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-host-pid"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_1", "kubescape:C-0214", "kubescape:psp-deny-hostpid", "kics:PSP Allows Sharing Host PID"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  hostPID: [|true|]

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
                  hostPID: false

                """),
        ],
    };
}
