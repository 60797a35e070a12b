using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>A level without a version.</summary>
internal sealed class NamespacePodSecurityVersionUnpinned() : ManifestRule("HB4015", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (NamespaceLevels.Of(manifest) is { IsUnknown: false, EnforceVersion.IsAbsent: true, Enforce.Known: { Value: "baseline" or "restricted" } level })
            yield return Report(level.Location, level.Value) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespacePodSecurityVersionUnpinned),
        Title = "Enforced Pod Security Standard follows the version of the cluster",
        MessageFormat =
            "The level '{0}' means what the cluster's version says, so that an upgrade can begin to refuse pods; set the label "
            + "'pod-security.kubernetes.io/enforce-version'",
        Rationale =
            "The standards grow: Kubernetes 1.34 forbids hosts in probes, for example. Without a version the newest standard holds, "
            + "and the pods that break it are refused when they are next restarted after an upgrade.",
        WhenToIgnore = "When the newest standard is what you want, which is the safer choice; the rule is off by default.",
        CatalogueSlugs = ["namespace-pod-security-version-unpinned"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Violations =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: [|baseline|]

                """),
        ],
        Fixed =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: baseline
                    pod-security.kubernetes.io/enforce-version: v1.34

                """),
        ],
    };
}
