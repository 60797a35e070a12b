using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>No namespace in all of the repository.</summary>
internal sealed class NamespaceBoundariesMissing() : ManifestSetRule("HB4103", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        if (set.Workloads.IsEmpty || set.Objects.Any(static manifest => manifest.Namespace.IsUnknown || manifest.Namespace.Known is { Value: not "default" } || manifest is { ApiGroup: "", Kind.Value: "Namespace" }))
            yield break;
        var first = set.Workloads[0].Object;
        yield return Report(first.NameLocation, first.LogicalPath) with { LogicalPath = first.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespaceBoundariesMissing),
        Title = "Manifests use no namespace of their own",
        MessageFormat =
            "No manifest defines or names a namespace of its own, '{0}' and the others share one; give each application a "
            + "namespace",
        Rationale =
            "Namespaces are where roles, quotas, policies and Pod Security Standards apply. The rule is off by default: tools "
            + "often choose the namespace.",
        WhenToIgnore = "When a tool sets the namespace.",
        CatalogueSlugs = ["namespace-boundaries-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(653), RuleReference.CisKubernetes("5.6.1"), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Related = ["kubescape:C-0209", "kics:Ensure Administrative Boundaries Between Resources"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
