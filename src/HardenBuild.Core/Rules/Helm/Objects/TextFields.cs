using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Objects;

/// <summary>The fields that Kubernetes takes as text and that values often fill.</summary>
/// <remarks>Kubernetes API reference; a boolean or a number in one of them is refused.</remarks>
internal static class TextFields
{
    /// <summary>The scalars in such fields, each with what to call it.</summary>
    public static IEnumerable<(string Name, YamlScalar Scalar)> Of(ManifestSet set)
    {
        foreach (var manifest in set.Objects)
        {
            foreach (var field in OfObject(manifest))
                yield return field;
            if (set.WorkloadOf(manifest) is not { } workload)
                continue;
            foreach (var field in OfPod(workload))
                yield return field;
        }
    }

    private static IEnumerable<(string Name, YamlScalar Scalar)> OfObject(KubernetesObject manifest)
    {
        var fields = new ManifestFields(manifest.Root);
        var all = Values("annotation", manifest.Annotations.Mapping).Concat(Values("label", manifest.Labels.Mapping));
        switch (manifest.Kind.Value)
        {
            case "ConfigMap" when manifest.ApiGroup.Length == 0:
                return all.Concat(Values("data", fields.Object("data").Mapping));
            case "Secret" when manifest.ApiGroup.Length == 0:
                return all.Concat(Values("data", fields.Object("stringData").Mapping));
            case "Ingress":
                return all.Concat(fields.Object("spec").Objects("rules").SelectMany(static rule => One("host", rule["host"])));
            default:
                return all.Concat(Values("label", fields.Object("spec").Object("selector").Object("matchLabels").Mapping));
        }
    }

    private static IEnumerable<(string Name, YamlScalar Scalar)> OfPod(Workload workload)
    {
        var own = workload.Pod.Spec == workload.Object.Root["spec"];
        var all = own ? [] : Values("annotation", workload.Pod.Annotations.Mapping);
        return all.Concat(Values("nodeSelector", new ManifestFields(workload.Pod.Spec).Object("nodeSelector").Mapping)).Concat(workload.Containers.SelectMany(static container => OfContainer(container)));
    }

    private static IEnumerable<(string Name, YamlScalar Scalar)> OfContainer(Container container)
    {
        foreach (var variable in new ManifestFields(container.Root).Objects("env"))
        {
            if (variable["value"] is YamlScalar value)
                yield return (variable["name"] is YamlScalar name ? name.Value : "env", value);
        }

        foreach (var list in new[] { "command", "args" })
        {
            foreach (var item in container.Root[list]?.AsSequence?.Items ?? [])
            {
                if (item.AsScalar is { } scalar)
                    yield return (list, scalar);
            }
        }
    }

    private static IEnumerable<(string Name, YamlScalar Scalar)> Values(string name, YamlMapping? mapping)
    {
        foreach (var member in mapping?.Members ?? [])
        {
            if (member.Value.AsScalar is { } scalar)
                yield return (member.Key?.Value ?? name, scalar);
        }
    }

    private static IEnumerable<(string Name, YamlScalar Scalar)> One(string name, YamlNode? node) => node is YamlScalar scalar ? [(name, scalar)] : [];
}
