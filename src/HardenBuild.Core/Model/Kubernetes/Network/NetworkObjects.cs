using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>The objects of a set that have to do with the network, read once for all rules.</summary>
internal sealed class NetworkObjects
{
    private readonly Dictionary<KubernetesObject, Service> _services = [];
    private readonly FolderIndex _podFolders;
    private readonly FolderIndex _serviceFolders;
    private readonly Dictionary<(string? Namespace, string Selector), IReadOnlyList<Workload>> _behind = [];
    private Dictionary<Workload, PodIsolation>? _isolation;
    private PolicyCoverage? _coverage;

    public NetworkObjects(ManifestSet set)
    {
        Set = set;
        Pods = new PodIndex(set);
        Foreign = new ForeignResources(set);
        Services = [.. set.OfKind("", "Service").Select(Service.From).OfType<Service>()];
        Ingresses = [.. set.Objects.Select(Ingress.From).OfType<Ingress>()];
        Policies = [.. set.Objects.SelectMany(NetworkPolicy.From)];
        Routes = [.. set.Objects.SelectMany(RouteBackend.Of)];
        _podFolders = new FolderIndex(set.Workloads.Select(static workload => workload.Object));
        _serviceFolders = new FolderIndex(Services.Select(static service => service.Object));
        foreach (var service in Services)
            _services[service.Object] = service;
    }

    public ManifestSet Set { get; }

    public PodIndex Pods { get; }

    public ForeignResources Foreign { get; }

    public ImmutableArray<Service> Services { get; }

    public ImmutableArray<Ingress> Ingresses { get; }

    public ImmutableArray<NetworkPolicy> Policies { get; }

    /// <summary>Where routes of the Gateway API and of Istio lead.</summary>
    public ImmutableArray<RouteBackend> Routes { get; }

    public PolicyCoverage Coverage => _coverage ??= new PolicyCoverage(this);

    /// <summary>The Services of that name that may lie in the namespace.</summary>
    public IEnumerable<Service> Named(Setting<string> @namespace, string name)
    {
        foreach (var manifest in Set.Named("Service", @namespace, name))
        {
            if (_services.TryGetValue(manifest, out var service))
                yield return service;
        }
    }

    /// <summary>The pods that an object refers to are in sight, should they exist: others lie beside it, and nothing in their namespace creates further ones.</summary>
    public bool ArePodsInSight(KubernetesObject from) => _podFolders.IsNear(from.Path, from.Namespace) && !Foreign.MayBeIn(from.Namespace);

    /// <summary>No pod of the set matches, and nothing in the namespace creates further ones.</summary>
    public bool ArePodsMissing(LabelSelector selector, KubernetesObject from) =>
        selector.IsKnown && !Foreign.MayBeIn(from.Namespace) && Pods.Selects(selector, from.Namespace) == Answer.No;

    /// <summary>No pod of the set matches, and none lies where it would be looked for.</summary>
    public bool ArePodsOutOfSight(LabelSelector selector, KubernetesObject from) => !_podFolders.IsNear(from.Path, from.Namespace) && ArePodsMissing(selector, from);

    /// <summary>No Service of the set has that name, and none lies where it would be looked for.</summary>
    public bool IsServiceOutOfSight(KubernetesObject from, Setting<string> @namespace, string name) =>
        !@namespace.IsUnknown && !Foreign.MayBeIn(@namespace) && !_serviceFolders.IsNear(from.Path, @namespace) && !Named(Setting<string>.Unknown, name).Any();

    /// <summary>No Service of that name is in the namespace, and one would be in sight: others lie beside the object that refers to it, or it lies in another namespace.</summary>
    public bool IsServiceMissing(KubernetesObject from, Setting<string> @namespace, string name)
    {
        if (Set.Named("Service", @namespace, name).Any() || Foreign.MayBeIn(@namespace))
            return false;
        return _serviceFolders.IsNear(from.Path, @namespace) || Named(Setting<string>.Unknown, name).Any();
    }

    /// <summary>The workloads behind a Service for certain.</summary>
    public IReadOnlyList<Workload> Behind(Service service)
    {
        if (service.Selector.IsEmpty || service.Object.Namespace.IsUnknown)
            return [];
        var key = (service.Object.Namespace.Known?.Value, service.Selector.ToString());
        if (!_behind.TryGetValue(key, out var workloads))
        {
            workloads = [.. Pods.Selected(service.Selector, service.Object.Namespace).Where(static found => found.Answer == Answer.Yes).Select(static found => found.Workload)];
            _behind.Add(key, workloads);
        }

        return workloads;
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
