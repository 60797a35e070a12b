using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>One object, twice.</summary>
internal sealed class DuplicateResource() : ManifestSetRule("HB3145", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var first = new Dictionary<(string, string, string?, string, string), KubernetesObject>();
        foreach (var manifest in set.Objects)
        {
            if (new ManifestFields(manifest.Root["metadata"]).Text("name").Known is not { } name || manifest.Namespace.IsUnknown || !manifest.Annotations.Text("helm.sh/hook").IsAbsent)
                continue;
            var key = (manifest.ApiGroup, manifest.Kind.Value, manifest.Namespace.Known?.Value, name.Value, manifest.Path);
            if (!first.TryGetValue(key, out var other))
            {
                first.Add(key, manifest);
                continue;
            }

            yield return Report(name.Location, manifest.LogicalPath, "this file") with
            {
                LogicalPath = manifest.LogicalPath,
                Related = [new RelatedLocation(other.NameLocation, "Defined here first")],
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DuplicateResource),
        Title = "Object is defined twice",
        MessageFormat = "'{0}' is defined twice in {1}, and whichever is applied last wins; remove one of them, or rename it",
        Rationale = "What stands in the first definition is lost without a word, or comes back with the next deployment.",
        WhenToIgnore = "When the files are alternatives of which only one is applied.",
        CatalogueSlugs = ["duplicate-resource"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(694)],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                data:
                  Theme: dark
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: [|settings|]
                  namespace: shop
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
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                data:
                  Theme: dark

                """),
        ],
    };
}
