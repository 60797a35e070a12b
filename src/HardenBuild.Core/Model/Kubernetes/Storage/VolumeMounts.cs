namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>Where the containers of a pod see its volumes.</summary>
internal static class VolumeMounts
{
    /// <summary>The mounts of one volume in the order of the containers; none for a volume whose name is not known.</summary>
    public static IEnumerable<VolumeMount> Of(PodTemplate pod, Setting<string> volume)
    {
        if (volume.Known is not { } name)
            yield break;
        foreach (var container in pod.Containers)
        {
            foreach (var root in container.VolumeMounts)
            {
                var mount = new VolumeMount(container, root);
                if (mount.Name.Is(name.Value))
                    yield return mount;
            }
        }
    }

    /// <summary>No container mounts the volume, as far as the names of all mounts can be read.</summary>
    public static bool IsUnused(PodTemplate pod, Setting<string> volume)
    {
        foreach (var container in pod.Containers)
        {
            if (container.Root["volumeMounts"] is { } list && list.AsSequence is null && list.AsScalar is not { IsNull: true })
                return false;
            foreach (var root in container.VolumeMounts)
            {
                var name = new ManifestFields(root).Text("name");
                if (name.IsUnknown || (volume.Known is { } known && name.Is(known.Value)))
                    return false;
            }
        }

        return volume.Known is not null && pod.Containers.Length > 0;
    }
}
