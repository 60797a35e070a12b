using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Sets;

/// <summary>The objects of one file, and those among them that run pods, each in the order of the text.</summary>
internal sealed record ManifestFile(ImmutableArray<KubernetesObject> Objects, ImmutableArray<Workload> Workloads)
{
    public static ManifestFile Empty { get; } = new([], []);
}
