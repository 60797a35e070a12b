using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Model.Kubernetes.Sets;

/// <summary>All manifests that are analysed together: those of a repository, or those of one rendered chart.</summary>
/// <remarks>
/// A repository may hold the same object several times, for other clusters or as examples. What stands anywhere in the set is reason enough
/// not to call something missing; what is joined to a finding is the nearest object of that name, and none where two are equally near.
/// </remarks>
internal sealed class ManifestSet
{
    private readonly Dictionary<(string Group, string Kind), List<KubernetesObject>> _byKind = [];
    private readonly Dictionary<(string Kind, string Name), List<KubernetesObject>> _byName = [];
    private readonly Dictionary<KubernetesObject, Workload> _workloads = [];
    private NetworkObjects? _network;
    private AccessGraph? _access;
    private AvailabilityObjects? _availability;

    private ManifestSet(ImmutableArray<KubernetesObject> objects, ImmutableArray<Workload> workloads)
    {
        Objects = objects;
        Workloads = workloads;
        foreach (var manifest in objects)
        {
            AddTo(_byKind, (manifest.ApiGroup, manifest.Kind.Value), manifest);
            if (manifest.Name.Known is { } name)
                AddTo(_byName, (manifest.Kind.Value, name.Value), manifest);
        }

        foreach (var workload in workloads)
            _workloads[workload.Object] = workload;
    }

    /// <summary>In the order of the files.</summary>
    public ImmutableArray<KubernetesObject> Objects { get; }

    public ImmutableArray<Workload> Workloads { get; }

    /// <summary>Who may do what; joined when first asked for.</summary>
    public AccessGraph Access => _access ??= new AccessGraph(this);

    /// <summary>Services, policies and what they select; read when first asked for.</summary>
    public NetworkObjects Network => _network ??= new NetworkObjects(this);

    /// <summary>Numbers of pods, autoscalers and disruption budgets; read when first asked for.</summary>
    public AvailabilityObjects Availability => _availability ??= new AvailabilityObjects(this);

    public static ManifestSet Create(IEnumerable<ManifestFile> files)
    {
        var objects = ImmutableArray.CreateBuilder<KubernetesObject>();
        var workloads = ImmutableArray.CreateBuilder<Workload>();
        foreach (var file in files)
        {
            objects.AddRange(file.Objects);
            workloads.AddRange(file.Workloads);
        }

        return new ManifestSet(objects.ToImmutable(), workloads.ToImmutable());
    }

    /// <param name="group">The API group without version; empty for the core group.</param>
    /// <param name="kind">As written in <c>kind</c>.</param>
    public IReadOnlyList<KubernetesObject> OfKind(string group, string kind) => _byKind.TryGetValue((group, kind), out var found) ? found : [];

    /// <summary>The pods that an object runs; null where it runs none.</summary>
    public Workload? WorkloadOf(KubernetesObject manifest) => _workloads.TryGetValue(manifest, out var workload) ? workload : null;

    /// <summary>Every object of that kind and name that may lie in the namespace, whatever its API group.</summary>
    public IEnumerable<KubernetesObject> Named(string kind, Setting<string> @namespace, string name)
    {
        if (!_byName.TryGetValue((kind, name), out var found))
            yield break;
        foreach (var manifest in found)
        {
            if (Namespaces.AreSame(@namespace, manifest.Namespace) != Answer.No)
                yield return manifest;
        }
    }

    /// <summary>The object of that kind and name that an object of the namespace refers to: the nearest one by file and folder, null where there is none or two are equally near.</summary>
    public KubernetesObject? Resolve(string kind, Setting<string> @namespace, string name, KubernetesObject from)
    {
        KubernetesObject? best = null;
        var bestNearness = -1;
        foreach (var candidate in Named(kind, @namespace, name))
        {
            var nearness = Nearness(candidate, from);
            if (nearness == bestNearness)
                best = null;
            if (nearness <= bestNearness)
                continue;
            best = candidate;
            bestNearness = nearness;
        }

        return best;
    }

    // The length of the common path up to a slash; the same file is nearer than any neighbour.
    private static int Nearness(KubernetesObject left, KubernetesObject right)
    {
        var (a, b) = (left.Path, right.Path);
        if (a == b)
            return int.MaxValue;
        var common = 0;
        for (var i = 0; i < a.Length && i < b.Length && a[i] == b[i]; i++)
        {
            if (a[i] == '/')
                common = i + 1;
        }

        return common;
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<KubernetesObject>> index, TKey key, KubernetesObject manifest)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);
        list.Add(manifest);
    }
}
