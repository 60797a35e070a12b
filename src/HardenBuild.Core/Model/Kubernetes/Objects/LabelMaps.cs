using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Objects;

/// <summary>Where an object holds labels: its own, those of its pods, and those that it selects.</summary>
internal static class LabelMaps
{
    public static IEnumerable<YamlMapping> Of(KubernetesObject manifest)
    {
        if (manifest.Labels.Mapping is { } own)
            yield return own;
        var spec = new ManifestFields(manifest.Root["spec"]);
        if (spec.Object("selector").Object("matchLabels").Mapping is { } selected)
            yield return selected;
        if (PodPaths.Find(manifest) is { } path && manifest.Root.At(path)?.AsMapping is { } pod && pod != manifest.Root && new ManifestFields(pod["metadata"]).Object("labels").Mapping is { } labels)
            yield return labels;
    }
}
