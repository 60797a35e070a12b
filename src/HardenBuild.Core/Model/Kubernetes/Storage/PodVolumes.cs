using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>The volumes of a pod by their kind.</summary>
internal static class PodVolumes
{
    /// <summary>The volumes of one kind that are written as objects.</summary>
    public static IEnumerable<(Volume Volume, ManifestFields Fields, SourceLocation Key)> OfType(PodTemplate pod, string type)
    {
        foreach (var volume in pod.Volumes)
        {
            if (volume.Root.Find(type) is not { } member)
                continue;
            var fields = new ManifestFields(member.Value.Resolve());
            if (!fields.IsAbsent && !fields.IsUnknown)
                yield return (volume, fields, member.KeyLocation);
        }
    }

    /// <summary>The sources of projected volumes.</summary>
    public static IEnumerable<(Volume Volume, YamlMapping Source)> Projected(PodTemplate pod)
    {
        foreach (var (volume, fields, _) in OfType(pod, "projected"))
        {
            foreach (var source in fields.Objects("sources"))
                yield return (volume, source);
        }
    }
}
