using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>The objects of a set that have to do with the network, read once for all rules.</summary>
internal sealed class NetworkObjects
{
    private readonly Dictionary<KubernetesObject, Service> _services = [];
    private Dictionary<Workload, PodIsolation>? _isolation;

    public NetworkObjects(ManifestSet set)
    {
        Set = set;
        Pods = new PodIndex(set);
        Foreign = new ForeignResources(set);
        Services = [.. set.OfKind("", "Service").Select(Service.From).OfType<Service>()];
        Ingresses = [.. set.Objects.Select(Ingress.From).OfType<Ingress>()];
        Policies = [.. set.Objects.SelectMany(NetworkPolicy.From)];
        PodFolders = new FolderIndex(set.Workloads.Select(static workload => workload.Object));
        ServiceFolders = new FolderIndex(Services.Select(static service => service.Object));
        foreach (var service in Services)
            _services[service.Object] = service;
    }

    public ManifestSet Set { get; }

    public PodIndex Pods { get; }

    public ForeignResources Foreign { get; }

    public ImmutableArray<Service> Services { get; }

    public ImmutableArray<Ingress> Ingresses { get; }

    public ImmutableArray<NetworkPolicy> Policies { get; }

    public FolderIndex PodFolders { get; }

    public FolderIndex ServiceFolders { get; }

    /// <summary>The Services of that name that may lie in the namespace.</summary>
    public IEnumerable<Service> Named(Setting<string> @namespace, string name)
    {
        foreach (var manifest in Set.Named("Service", @namespace, name))
        {
            if (_services.TryGetValue(manifest, out var service))
                yield return service;
        }
    }

    /// <summary>The workloads behind a Service for certain.</summary>
    public IEnumerable<Workload> Behind(Service service)
    {
        if (service.Selector.IsEmpty)
            yield break;
        foreach (var (workload, answer) in Pods.Selected(service.Selector, service.Object.Namespace))
        {
            if (answer == Answer.Yes)
                yield return workload;
        }
    }

    public PodIsolation IsolationOf(Workload workload) => (_isolation ??= ReadIsolation()).TryGetValue(workload, out var isolation) ? isolation : default;

    private Dictionary<Workload, PodIsolation> ReadIsolation()
    {
        var isolation = new Dictionary<Workload, PodIsolation>();
        var seen = new HashSet<(string?, bool, string, Answer, Answer)>();
        foreach (var policy in Policies)
        {
            // Policies for the same pods are common, and each would visit all of them.
            if (!seen.Add((policy.Object.Namespace.Known?.Value, policy.IsClusterWide, policy.Pods.ToString(), policy.LimitsIngress, policy.LimitsEgress)))
                continue;
            var selected = policy.IsClusterWide ? Pods.SelectedAnywhere(policy.Pods) : Pods.Selected(policy.Pods, policy.Object.Namespace);
            foreach (var (workload, answer) in selected)
                isolation[workload] = (isolation.TryGetValue(workload, out var before) ? before : default).With(policy, answer);
        }

        return isolation;
    }
}
