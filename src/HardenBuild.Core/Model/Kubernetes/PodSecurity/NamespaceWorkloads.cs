using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>The workloads that a set places in its namespaces.</summary>
internal sealed class NamespaceWorkloads(ManifestSet set)
{
    private Dictionary<string, PodSecurityLevel>? _levels;

    /// <summary>The strictest level that all workloads of a namespace meet; null where none is in sight.</summary>
    public PodSecurityLevel? StrictestLevel(KubernetesObject @namespace) =>
        @namespace.Name.Known is { } name && (_levels ??= Read()).TryGetValue(name.Value, out var level) ? level : null;

    private Dictionary<string, PodSecurityLevel> Read()
    {
        var levels = new Dictionary<string, PodSecurityLevel>(StringComparer.Ordinal);
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Namespace.Known is not { } name)
                continue;
            var level = LevelOf(workload.Pod);
            if (!levels.TryGetValue(name.Value, out var strictest) || level < strictest)
                levels[name.Value] = level;
        }

        return levels;
    }

    private static PodSecurityLevel LevelOf(PodTemplate pod)
    {
        var level = PodSecurityLevel.Restricted;
        foreach (var violation in pod.Violations)
        {
            if (violation.Control < PodSecurityControl.PrivilegeEscalation)
                return PodSecurityLevel.Privileged;
            level = PodSecurityLevel.Baseline;
        }

        return level;
    }
}
