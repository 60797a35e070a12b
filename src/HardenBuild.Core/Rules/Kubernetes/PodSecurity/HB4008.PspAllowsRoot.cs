using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>Pods may run as root.</summary>
internal sealed class PspAllowsRoot() : PodSecurityPolicyRule("HB4008", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec)
    {
        var user = spec.Object("runAsUser");
        var rule = user.Text("rule");
        if (rule.IsUnknown || rule.Is("MustRunAsNonRoot") || (rule.Is("MustRunAs") && HasOnlyOthers(user)))
            yield break;
        yield return ReportPolicy(policy, rule.Known?.Location ?? policy.NameLocation);
    }

    private static bool HasOnlyOthers(ManifestFields user)
    {
        var ranges = user.Objects("ranges");
        foreach (var range in ranges)
        {
            if (new ManifestFields(range).Integer("min").IsAbsentOr(0))
                return false;
        }

        return !ranges.IsEmpty;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PspAllowsRoot),
        Title = "Pod security policy allows root",
        MessageFormat = "Policy '{0}' lets containers run as root; set 'runAsUser.rule: MustRunAsNonRoot'",
        Rationale =
            "Root in a container is root on the node as soon as a mount or a bug lets it out. A range of users that begins with 0 "
            + "contains root. Kubernetes removed PodSecurityPolicy in 1.25; the rule is for those who still run older clusters, and "
            + "off by default because HB3156 reports the removal.",
        WhenToIgnore =
            "When the policy is kept for a cluster older than 1.25 and meant for pods that need it, such as the cluster's own "
            + "agents.",
        CatalogueSlugs = ["psp-allows-root"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["checkov:CKV_K8S_6", "kubescape:C-0218", "kubescape:psp-deny-root-container", "kics:Root Containers Admitted"],
        Violations =
        [
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  runAsUser:
                    rule: [|RunAsAny|]

                """),
            new("policy.yaml", """
                apiVersion: policy/v1beta1
                kind: PodSecurityPolicy
                metadata:
                  name: shop
                spec:
                  runAsUser:
                    rule: [|MustRunAs|]
                    ranges:
                      - min: 0
                        max: 65535

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
                  runAsUser:
                    rule: MustRunAsNonRoot

                """),
        ],
    };
}
