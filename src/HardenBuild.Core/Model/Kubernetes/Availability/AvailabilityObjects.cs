using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>How many pods the workloads of a set have, what scales them and what protects them, read once for all rules.</summary>
internal sealed class AvailabilityObjects
{
    private readonly Dictionary<(string Kind, string Name), List<Autoscaler>> _scalers = [];
    private readonly Dictionary<Workload, List<(DisruptionBudget Budget, Answer Answer)>> _budgets = [];
    private readonly HashSet<Workload> _served = [];

    public AvailabilityObjects(ManifestSet set)
    {
        Autoscalers = [.. set.Objects.Select(Autoscaler.From).OfType<Autoscaler>()];
        Budgets = [.. set.OfKind("policy", "PodDisruptionBudget").Concat(set.OfKind("", "PodDisruptionBudget")).Select(static manifest => new DisruptionBudget(manifest))];
        foreach (var scaler in Autoscalers)
        {
            if (scaler.TargetKind.Known is not { } kind || scaler.TargetName.Known is not { } name)
            {
                HasUnknownTargets |= scaler.TargetKind.IsUnknown || scaler.TargetName.IsUnknown;
                continue;
            }

            if (!_scalers.TryGetValue((kind.Value, name.Value), out var list))
                _scalers.Add((kind.Value, name.Value), list = []);
            list.Add(scaler);
        }

        foreach (var budget in Budgets)
        {
            if (!budget.HasSelector)
                continue;
            foreach (var (workload, answer) in set.Network.Pods.Selected(budget.Selector, budget.Object.Namespace))
            {
                if (!_budgets.TryGetValue(workload, out var list))
                    _budgets.Add(workload, list = []);
                list.Add((budget, answer));
            }
        }

        foreach (var service in set.Network.Services)
        {
            foreach (var workload in set.Network.Behind(service))
                _served.Add(workload);
        }
    }

    public ImmutableArray<Autoscaler> Autoscalers { get; }

    public ImmutableArray<DisruptionBudget> Budgets { get; }

    /// <summary>Something scales a workload that cannot be told.</summary>
    public bool HasUnknownTargets { get; }

    /// <summary>A Service leads to the pods for certain.</summary>
    public bool IsServed(Workload workload) => _served.Contains(workload);

    /// <summary>Whether something scales the workload.</summary>
    public Answer IsScaled(Workload workload)
    {
        var answer = HasUnknownTargets ? Answer.Unknown : Answer.No;
        foreach (var scaler in ScalersNamed(workload))
        {
            var same = Namespaces.AreSame(scaler.Object.Namespace, workload.Object.Namespace);
            if (same == Answer.Yes)
                return Answer.Yes;
            if (same == Answer.Unknown)
                answer = Answer.Unknown;
        }

        return answer;
    }

    /// <summary>What scales the workload for certain.</summary>
    public Autoscaler? ScalerOf(Workload workload)
    {
        foreach (var scaler in ScalersNamed(workload))
        {
            if (Namespaces.AreSame(scaler.Object.Namespace, workload.Object.Namespace) == Answer.Yes)
                return scaler;
        }

        return null;
    }

    /// <summary>The budgets that are, or may be, about the workload.</summary>
    public IReadOnlyList<(DisruptionBudget Budget, Answer Answer)> BudgetsOf(Workload workload) => _budgets.TryGetValue(workload, out var list) ? list : [];

    /// <summary>How many pods the workload has at least, and what decides it; null where it cannot be told.</summary>
    public long? LowestCount(Workload workload)
    {
        if (ScalerOf(workload) is { } scaler)
            return scaler.LowestCount;
        var replicas = ReplicasOf(workload);
        return replicas.IsUnknown || IsScaled(workload) != Answer.No ? null : replicas.Known?.Value ?? 1;
    }

    /// <summary>The field <c>spec.replicas</c>; absent means one pod.</summary>
    public static Setting<long> ReplicasOf(Workload workload) => ReplicasOf(workload.Object);

    /// <inheritdoc cref="ReplicasOf(Workload)"/>
    public static Setting<long> ReplicasOf(KubernetesObject manifest) => new ManifestFields(manifest.Root["spec"]).Integer("replicas");

    /// <summary>The workload is of a kind with a number of pods.</summary>
    public static bool HasReplicas(Workload workload) => HasReplicas(workload.Object);

    /// <inheritdoc cref="HasReplicas(Workload)"/>
    public static bool HasReplicas(KubernetesObject manifest) =>
        manifest.Kind.Value is "Deployment" or "StatefulSet" or "ReplicaSet" or "ReplicationController" or "DeploymentConfig" or "Rollout";

    /// <summary>The number of pods as written, else the token that stands for the workload.</summary>
    public static SourceLocation ReplicasLocation(Workload workload) => ReplicasOf(workload).Known?.Location ?? workload.Object.NameLocation;

    private List<Autoscaler> ScalersNamed(Workload workload) =>
        workload.Object.Name.Known is { } name && _scalers.TryGetValue((workload.Object.Kind.Value, name.Value), out var list) ? list : [];
}
