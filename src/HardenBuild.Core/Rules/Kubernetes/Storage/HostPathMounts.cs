using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>Where a volume's path reaches containers.</summary>
internal static class HostPathMounts
{
    public static ImmutableArray<RelatedLocation> Of(Workload workload, NodeVolume volume)
    {
        if (volume.Name.Known is not { } name)
            return [];
        var mounts =
            from container in workload.Containers
            from mount in container.VolumeMounts
            let fields = new ManifestFields(mount)
            where fields.Text("name").Is(name.Value)
            let place = fields.Text("mountPath").Known
            where place is not null
            select new RelatedLocation(place.Value.Location, $"Container '{container.DisplayName}' mounts it here");
        return [.. mounts];
    }
}
