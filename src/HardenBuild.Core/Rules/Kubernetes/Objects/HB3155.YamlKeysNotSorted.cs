using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>Keys that are not in order.</summary>
internal sealed class YamlKeysNotSorted() : ManifestRule("HB3155", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var open = new Stack<YamlNode>();
        open.Push(manifest.Root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    open.Push(item);
            }

            if (node is not YamlMapping mapping)
                continue;
            var last = "";
            foreach (var member in mapping.Members)
            {
                open.Push(member.Value);
                if (member.Key is not { } key)
                    continue;
                if (string.CompareOrdinal(key.Value, last) < 0)
                {
                    yield return Report(key.Location, manifest.LogicalPath, key.Value, last) with { LogicalPath = manifest.LogicalPath };
                    yield break;
                }

                last = key.Value;
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YamlKeysNotSorted),
        Title = "Keys are not sorted",
        MessageFormat = "Key '{1}' of '{0}' comes after '{2}'; sort the keys",
        Rationale =
            "Sorted keys make two manifests easy to compare. The rule is off by default: everybody writes 'apiVersion' and "
            + "'kind' first.",
        WhenToIgnore = "When people read the manifest.",
        CatalogueSlugs = ["yaml-keys-not-sorted"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:sorted-keys"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: ConfigMap
                [|data|]:
                  Theme: dark
                metadata:
                  name: shop

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                data:
                  Theme: dark
                kind: ConfigMap
                metadata:
                  name: shop

                """),
        ],
    };
}
