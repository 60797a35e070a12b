using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>Whether the pods of a workload are kept apart.</summary>
internal static class Spreading
{
    /// <summary>By constraints or anti-affinity over hosts or zones that select the workload's own pods.</summary>
    public static Answer IsSpread(Workload workload)
    {
        var spec = new ManifestFields(workload.Pod.Spec);
        var affinity = spec.Object("affinity").Object("podAntiAffinity");
        if (affinity.IsUnknown || IsUnreadable(workload.Pod.Spec["topologySpreadConstraints"]))
            return Answer.Unknown;
        var answer = Answer.No;
        foreach (var constraint in spec.Objects("topologySpreadConstraints"))
            answer = Better(answer, Selects(constraint, workload));
        foreach (var term in affinity.Objects("requiredDuringSchedulingIgnoredDuringExecution"))
            answer = Better(answer, Selects(term, workload));
        foreach (var preferred in affinity.Objects("preferredDuringSchedulingIgnoredDuringExecution"))
        {
            if (preferred["podAffinityTerm"]?.AsMapping is { } term)
                answer = Better(answer, Selects(term, workload));
        }

        return answer;
    }

    private static Answer Better(Answer left, Answer right) => left == Answer.Yes || right == Answer.No ? left : right;

    private static bool IsUnreadable(YamlNode? node) => node is not null && node.AsSequence is null && node.AsScalar is not { IsNull: true };

    private static Answer Selects(YamlMapping term, Workload workload)
    {
        var key = new ManifestFields(term).Text("topologyKey");
        if (key.IsUnknown)
            return Answer.Unknown;
        if (key.Known is not { Value: "kubernetes.io/hostname" or "topology.kubernetes.io/zone" or "topology.kubernetes.io/region" or "failure-domain.beta.kubernetes.io/zone" or "failure-domain.beta.kubernetes.io/region" })
            return Answer.No;
        var namespaces = new ManifestFields(term).Texts("namespaces");
        if (namespaces is { IsUnknown: false, Items.IsEmpty: false } && workload.Object.Namespace.Known is { } home && !namespaces.Contains(home.Value))
            return Answer.No;
        return term["labelSelector"] is null ? Answer.No : LabelSelector.From(term["labelSelector"]).Matches(workload.Pod.Labels);
    }
}
