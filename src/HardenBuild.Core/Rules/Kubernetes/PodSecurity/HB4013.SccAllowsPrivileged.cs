using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>OpenShift constraints that admit privileged containers.</summary>
internal sealed class SccAllowsPrivileged() : ManifestRule("HB4013", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value == "SecurityContextConstraints"
            && !IsOfPlatform(manifest.Name)
            && new ManifestFields(manifest.Root).Boolean("allowPrivilegedContainer").Known is { Value: true } allowed)
        {
            yield return Report(allowed.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
        }
    }

    private static bool IsOfPlatform(Setting<string> name) => name.Is("privileged") || name.Is("node-exporter") || name.Is("hostmount-anyuid");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SccAllowsPrivileged),
        Title = "Security context constraints allow privileged containers",
        MessageFormat =
            "'{0}' lets everyone who may use it take over nodes with privileged containers; set 'allowPrivilegedContainer: false'",
        Rationale =
            "Constraints of an own name are bound to service accounts of applications. A privileged container is root on its node, "
            + "and so is everyone who can create a pod under that account.",
        WhenToIgnore =
            "When the constraints are for a component of the cluster, such as a storage driver. Those that OpenShift ships itself "
            + "are not reported.",
        CatalogueSlugs = ["scc-allows-privileged"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["kube-linter:scc-deny-privileged-container"],
        Violations =
        [
            new("constraints.yaml", """
                apiVersion: security.openshift.io/v1
                kind: SecurityContextConstraints
                metadata:
                  name: shop
                allowPrivilegedContainer: [|true|]

                """),
        ],
        Fixed =
        [
            new("constraints.yaml", """
                apiVersion: security.openshift.io/v1
                kind: SecurityContextConstraints
                metadata:
                  name: shop
                allowPrivilegedContainer: false

                """),
        ],
    };
}
