using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Apis;

/// <summary>A label or annotation that Kubernetes renamed.</summary>
internal sealed class DeprecatedWellKnownKey() : ManifestRule("HB3158", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var open = new Stack<YamlNode>();
        open.Push(manifest.Root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        open.Push(item);
                    break;
                case YamlMapping mapping:
                    foreach (var member in mapping.Members)
                    {
                        open.Push(member.Value);
                        if (member.Key is { } key && Renamed(key.Value) is { } name)
                            yield return Old(manifest, key, name);
                    }

                    break;
                case YamlScalar scalar when Renamed(scalar.Value) is { } replacement && !IsMasterBesideItsHeir(manifest, scalar):
                    yield return Old(manifest, scalar, replacement);
                    break;
            }
        }
    }

    private Finding Old(KubernetesObject manifest, YamlScalar scalar, string replacement) =>
        Report(scalar.Location, manifest.LogicalPath, scalar.Value, replacement) with { LogicalPath = manifest.LogicalPath };

    // Kubernetes documentation, Well-Known Labels, Annotations and Taints.
    private static string? Renamed(string key) => key switch
    {
        "beta.kubernetes.io/os" => "kubernetes.io/os",
        "beta.kubernetes.io/arch" => "kubernetes.io/arch",
        "beta.kubernetes.io/instance-type" => "node.kubernetes.io/instance-type",
        "failure-domain.beta.kubernetes.io/zone" => "topology.kubernetes.io/zone",
        "failure-domain.beta.kubernetes.io/region" => "topology.kubernetes.io/region",
        "node-role.kubernetes.io/master" => "node-role.kubernetes.io/control-plane",
        "volume.beta.kubernetes.io/storage-class" => "spec.storageClassName",
        "service.alpha.kubernetes.io/tolerate-unready-endpoints" => "spec.publishNotReadyAddresses",
        _ => null,
    };

    // Who tolerates both taints is ready for either cluster.
    private static bool IsMasterBesideItsHeir(KubernetesObject manifest, YamlScalar scalar) =>
        scalar.Value == "node-role.kubernetes.io/master" && manifest.Root.Source.Substring(manifest.Root.Span).Contains("node-role.kubernetes.io/control-plane", StringComparison.Ordinal);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DeprecatedWellKnownKey),
        Title = "Deprecated label or annotation of Kubernetes",
        MessageFormat = "'{1}' of '{0}' is deprecated; use '{2}'",
        Rationale =
            "Clusters set the new name on their nodes and, since some releases, no longer the old one: a selector by the old "
            + "name then matches nothing.",
        WhenToIgnore = "When the manifest is for a cluster that sets the old name only.",
        CatalogueSlugs = ["deprecated-well-known-key"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Violations =
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
                      nodeSelector:
                        [|beta.kubernetes.io/os|]: linux
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
                      nodeSelector:
                        kubernetes.io/os: linux
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
