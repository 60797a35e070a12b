namespace HardenBuild.Model.Kubernetes.Probes;

/// <summary>Which pods are meant to run until somebody stops them.</summary>
internal static class LongRunning
{
    /// <summary>The workload serves for an unlimited time and is watched by probes of its own: no job, no pod that ends, nothing that Knative watches.</summary>
    public static bool Is(Workload workload)
    {
        if (workload.Object.Kind.Value is "Job" or "CronJob" || (workload.Object.Kind.Value == "Service" && workload.Object.ApiGroup.Length > 0))
            return false;
        var policy = new ManifestFields(workload.Pod.Spec).Text("restartPolicy");
        return policy.IsAbsentOr("Always");
    }

    /// <summary>Containers that run beside each other, without those that prepare the pod or are added for debugging. Init containers that stay count.</summary>
    public static IEnumerable<Container> Containers(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Container || (container.Kind == ContainerKind.InitContainer && new ManifestFields(container.Root).Text("restartPolicy").Is("Always")))
                yield return container;
        }
    }
}
