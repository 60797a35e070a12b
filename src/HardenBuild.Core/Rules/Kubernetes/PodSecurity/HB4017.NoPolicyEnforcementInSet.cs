using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>Nothing decides which pods are admitted.</summary>
internal sealed class NoPolicyEnforcementInSet() : ManifestSetRule("HB4017", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        if (set.Workloads.IsEmpty && set.OfKind("", "Namespace").Count == 0)
            return [];
        if (AdmissionPolicies.Exist(set))
            return [];
        foreach (var manifest in set.OfKind("", "Namespace"))
        {
            if (NamespaceLevels.Of(manifest) is { IsAbsent: false })
                return [];
        }

        var first = set.OfKind("", "Namespace").Concat(set.Workloads.Select(static workload => workload.Object)).First();
        return [Report(first.NameLocation, first.LogicalPath) with { LogicalPath = first.LogicalPath }];
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NoPolicyEnforcementInSet),
        Title = "No manifest limits which pods are admitted",
        MessageFormat =
            "Nothing beside '{0}' limits what pods may do: no namespace names a Pod Security Standard and there is no admission "
            + "policy; label the namespaces with 'pod-security.kubernetes.io/enforce'",
        Rationale =
            "Rules that only a review enforces are broken sooner or later. Pod Security Admission is built into Kubernetes and "
            + "needs one label; admission policies and webhooks decide about the rest.",
        WhenToIgnore =
            "When the cluster's policies are kept in another repository, which is usual for applications; the rule is off by "
            + "default.",
        CatalogueSlugs = ["no-policy-enforcement-in-set"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.CisKubernetes("5.2.1"),
            RuleReference.OwaspKubernetes("K04:2022"),
            RuleReference.OwaspKubernetes("K04:2025"),
        ],
        Aliases = ["kubescape:C-0192"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: [|shop|]

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: baseline

                """),
        ],
    };
}
