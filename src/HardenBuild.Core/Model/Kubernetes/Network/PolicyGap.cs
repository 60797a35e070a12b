namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Pods of one namespace, or of all manifests where these hold no policy at all, that no policy selects.</summary>
/// <param name="Namespace">Null for pods of several namespaces, and where the manifests do not say it.</param>
/// <param name="Workloads">At least one, in the order of the files.</param>
/// <param name="Namespaces">The namespaces themselves, as far as they are in the set and none of their pods is selected.</param>
internal sealed record PolicyGap(string? Namespace, IReadOnlyList<Workload> Workloads, IReadOnlyList<KubernetesObject> Namespaces)
{
    /// <summary>What the policy is to be written for: the namespace, else the first workload.</summary>
    public KubernetesObject Subject => Namespaces.Count > 0 ? Namespaces[0] : Workloads[0].Object;
}
