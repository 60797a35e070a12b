using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Which pods and namespaces the network policies of a set leave open.</summary>
internal sealed class PolicyCoverage(NetworkObjects network)
{
    /// <summary>The namespaces of a set, without those that belong to the cluster itself.</summary>
    public IEnumerable<KubernetesObject> Namespaces()
    {
        foreach (var manifest in network.Set.OfKind("", "Namespace"))
        {
            if (manifest.Name.Known is { Value: not ("kube-system" or "kube-public" or "kube-node-lease") })
                yield return manifest;
        }
    }

    /// <summary>The pods that policies can reach: those in the node's network are out of their hands.</summary>
    public IEnumerable<Workload> Workloads()
    {
        foreach (var workload in network.Set.Workloads)
        {
            if (workload.Pod.HostNetwork.IsAbsentOr(false))
                yield return workload;
        }
    }

    /// <summary>The pods that no policy selects for certain, by namespace; all in one where there is no policy.</summary>
    public IEnumerable<PolicyGap> Gaps()
    {
        if (network.Policies.IsEmpty)
        {
            var all = Workloads().ToList();
            return all.Count == 0 ? [] : [new PolicyGap(null, all, [.. Namespaces()])];
        }

        return Workloads().GroupBy(static workload => workload.Object.Namespace.Known?.Value).Select(Gap).OfType<PolicyGap>();
    }

    private PolicyGap? Gap(IGrouping<string?, Workload> workloads)
    {
        var (open, areAll) = (new List<Workload>(), true);
        foreach (var workload in workloads)
        {
            if (network.IsolationOf(workload).IsSelected == Answer.No)
                open.Add(workload);
            else
                areAll = false;
        }

        if (open.Count == 0)
            return null;
        var @namespace = areAll && workloads.Key is { } name ? network.Set.Resolve("Namespace", Setting<string>.Absent, name, open[0].Object) : null;
        return new PolicyGap(workloads.Key, open, @namespace is null ? [] : [@namespace]);
    }
}
