using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Finds the workloads whose pods a selector selects, without asking each of them.</summary>
internal sealed class PodIndex
{
    private readonly Dictionary<string, Bucket> _namespaces = new(StringComparer.Ordinal);
    private readonly Bucket _all = new();
    private readonly Bucket _open = new();
    private readonly Bucket _unclear = new();

    public PodIndex(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            _all.Add(workload);
            var home = workload.Object.Namespace;
            (home.Known is { } name ? Home(name.Value) : home.IsAbsent ? _open : _unclear).Add(workload);
        }

        Bucket Home(string name)
        {
            if (!_namespaces.TryGetValue(name, out var bucket))
                _namespaces.Add(name, bucket = new Bucket());
            return bucket;
        }
    }

    /// <summary>How many workloads may lie in the namespace.</summary>
    public int CountIn(Setting<string> @namespace) =>
        @namespace.Known is { } name ? _open.Count + _unclear.Count + (_namespaces.TryGetValue(name.Value, out var home) ? home.Count : 0) : _all.Count;

    /// <summary>Whether any pod of the namespace is selected.</summary>
    public Answer Selects(LabelSelector selector, Setting<string> @namespace)
    {
        var best = Answer.No;
        foreach (var (_, answer) in Selected(selector, @namespace))
        {
            if (answer == Answer.Yes)
                return Answer.Yes;
            best = Answer.Unknown;
        }

        return best;
    }

    /// <summary>The workloads that are selected for certain or perhaps; those that are for certain come first where the namespace is written.</summary>
    public IEnumerable<(Workload Workload, Answer Answer)> Selected(LabelSelector selector, Setting<string> @namespace)
    {
        if (@namespace.Known is not { } name)
            return In(_open, selector, @namespace).Concat(In(_all, selector, @namespace).Where(found => @namespace.IsUnknown || !found.Workload.Object.Namespace.IsAbsent));
        var open = In(_open, selector, @namespace).Concat(In(_unclear, selector, @namespace));
        return _namespaces.TryGetValue(name.Value, out var home) ? In(home, selector, @namespace).Concat(open) : open;
    }

    /// <summary>All workloads that a selector selects, whatever their namespace.</summary>
    public IEnumerable<(Workload Workload, Answer Answer)> SelectedAnywhere(LabelSelector selector)
    {
        foreach (var workload in _all.Candidates(selector))
        {
            var answer = selector.Matches(workload.Pod.Labels);
            if (answer != Answer.No)
                yield return (workload, answer);
        }
    }

    private static IEnumerable<(Workload Workload, Answer Answer)> In(Bucket bucket, LabelSelector selector, Setting<string> @namespace)
    {
        foreach (var workload in bucket.Candidates(selector))
        {
            var place = Namespaces.AreSame(@namespace, workload.Object.Namespace);
            var answer = place == Answer.No ? Answer.No : selector.Matches(workload.Pod.Labels);
            if (answer != Answer.No)
                yield return (workload, place == Answer.Unknown ? Answer.Unknown : answer);
        }
    }

    private sealed class Bucket
    {
        private static readonly List<Workload> Nobody = [];
        private readonly List<Workload> _workloads = [];
        private readonly List<Workload> _withUnknownLabels = [];
        private readonly Dictionary<(string Key, string Value), List<Workload>> _byLabel = [];

        public int Count => _workloads.Count;

        public void Add(Workload workload)
        {
            _workloads.Add(workload);
            var labels = workload.Pod.Labels;
            var isUnknown = labels.IsUnknown;
            foreach (var member in labels.Mapping?.EffectiveMembers() ?? [])
            {
                if (member.Key is not { } key || labels.Text(key.Value) is not { Known: { } value })
                {
                    isUnknown = true;
                    continue;
                }

                if (!_byLabel.TryGetValue((key.Value, value.Value), out var list))
                    _byLabel.Add((key.Value, value.Value), list = []);
                list.Add(workload);
            }

            if (isUnknown)
                _withUnknownLabels.Add(workload);
        }

        /// <summary>Every workload that may be selected, and as few others as the labels allow.</summary>
        public IEnumerable<Workload> Candidates(LabelSelector selector)
        {
            List<Workload>? fewest = null;
            foreach (var requirement in selector.Requirements)
            {
                if (!requirement.CanBeLookedUp || requirement.Values.Length != 1)
                    continue;
                var labelled = _byLabel.TryGetValue((requirement.Key, requirement.Values[0]), out var found) ? found : Nobody;
                if (fewest is null || labelled.Count < fewest.Count)
                    fewest = labelled;
            }

            if (fewest is null)
                return _workloads;
            return _withUnknownLabels.Count == 0 ? fewest : fewest.Concat(_withUnknownLabels);
        }
    }
}
