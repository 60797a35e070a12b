using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Which namespaces let connections through that no policy allows.</summary>
internal sealed class DefaultDenials
{
    private readonly Dictionary<string, Answer> _denied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _limited = new(StringComparer.Ordinal);
    private readonly Answer _everywhere;

    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    public DefaultDenials(NetworkObjects network, string direction)
    {
        foreach (var policy in network.Policies)
        {
            var denies = policy.DeniesAll(direction);
            if (denies == Answer.No)
                continue;
            if (policy.IsClusterWide || policy.Object.Namespace.Known is not { } name)
                _everywhere = policy.IsClusterWide && denies == Answer.Yes ? Answer.Yes : _everywhere == Answer.Yes ? Answer.Yes : Answer.Unknown;
            else if (!_denied.TryGetValue(name.Value, out var before) || before != Answer.Yes)
                _denied[name.Value] = denies;
        }

        foreach (var workload in network.Coverage.Workloads())
        {
            if (workload.Object.Namespace.Known is not { } name)
                continue;
            var isolation = network.IsolationOf(workload);
            var limits = direction == "ingress" ? isolation.LimitsIngress : isolation.LimitsEgress;
            (limits == Answer.No ? _open : _limited).Add(name.Value);
        }
    }

    /// <summary>No policy closes the namespace for every pod, and it is not the case either that policies select every pod of it in sight.</summary>
    public bool IsOpen(string @namespace)
    {
        if (_everywhere != Answer.No || (_denied.TryGetValue(@namespace, out var denied) && denied != Answer.No))
            return false;
        return _open.Contains(@namespace) || !_limited.Contains(@namespace);
    }
}
