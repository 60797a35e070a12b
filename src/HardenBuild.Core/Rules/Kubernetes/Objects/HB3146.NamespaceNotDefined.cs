using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A namespace that the repository does not define.</summary>
internal sealed class NamespaceNotDefined() : ManifestSetRule("HB3146", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var manifest in set.Objects)
        {
            if (manifest.Namespace.Known is { Value: not ("default" or "kube-system" or "kube-public" or "kube-node-lease" or "") } name
                && !set.Named("Namespace", Setting<string>.Absent, name.Value).Any() && reported.Add(name.Value))
                yield return Report(name.Location, manifest.LogicalPath, name.Value) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespaceNotDefined),
        Title = "Namespace is not defined",
        MessageFormat = "Namespace '{1}' of '{0}' is not defined in the repository; add it, or check its name",
        Rationale = "A misspelt namespace fails the deployment. The rule is off by default: namespaces are often made elsewhere.",
        WhenToIgnore = "When the namespace is made by the platform.",
        CatalogueSlugs = ["namespace-not-defined"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: [|shop|]
                data:
                  Theme: dark

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  Theme: dark
                ---
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop

                """),
        ],
    };
}
