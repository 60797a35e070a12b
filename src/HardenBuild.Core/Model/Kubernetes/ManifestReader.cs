using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>Finds the Kubernetes objects of a file; documents that are something else are passed over.</summary>
internal static class ManifestReader
{
    // A list in a list is legal and useless; the bound keeps hostile files from recursing.
    private const int NestedLists = 8;

    public static ManifestFile Read(YamlFile file, RuleOptions options)
    {
        var objects = ImmutableArray.CreateBuilder<KubernetesObject>();
        foreach (var document in file.Documents)
            Add(document.Root, options, objects, NestedLists);
        var workloads = ImmutableArray.CreateBuilder<Workload>();
        foreach (var manifest in objects)
        {
            if (Workload.From(manifest) is { } workload)
                workloads.Add(workload);
        }

        return new ManifestFile(objects.ToImmutable(), workloads.ToImmutable());
    }

    private static void Add(YamlNode? node, RuleOptions options, ImmutableArray<KubernetesObject>.Builder objects, int nestedLists)
    {
        if (node?.AsMapping is not { } root)
            return;
        var fields = new ManifestFields(root);
        if (fields.Text("apiVersion").Known is not { } apiVersion || fields.Text("kind").Known is not { } kind)
            return;
        if (!IsList(kind.Value, root, out var items))
        {
            objects.Add(new KubernetesObject(root, apiVersion, kind, options));
        }
        else if (nestedLists > 0)
        {
            foreach (var item in items.Items)
                Add(item, options, objects, nestedLists - 1);
        }
    }

    // kubectl get -o yaml prints 'List'; typed lists such as 'DeploymentList' are what the API answers.
    private static bool IsList(string kind, YamlMapping root, out YamlSequence items)
    {
        items = root["items"]?.AsSequence!;
        return items is not null && kind.EndsWith("List", StringComparison.Ordinal);
    }
}
