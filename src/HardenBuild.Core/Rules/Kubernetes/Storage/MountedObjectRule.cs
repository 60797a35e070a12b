using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A rule that takes stock of the objects of one kind that pods mount.</summary>
/// <remarks>The message is given the names of the volume and of the object.</remarks>
internal abstract class MountedObjectRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : ManifestSetRule(id, defaultSeverity, hardenedSeverity)
{
    protected abstract string Kind { get; }

    public sealed override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            foreach (var mounted in Find(workload.Pod))
            {
                if (mounted.Name.Known is { } name && IsInSet(set, workload.Object, name.Value) && VolumeMounts.Of(workload.Pod, mounted.Volume.Name).Any())
                    yield return Report(name.Location, mounted.Volume.Name.Known?.Value ?? "", name.Value) with { LogicalPath = workload.LogicalPath };
            }
        }
    }

    /// <summary>The volumes that are objects of the kind.</summary>
    protected abstract IEnumerable<MountedObject> Find(PodTemplate pod);

    private bool IsInSet(ManifestSet set, KubernetesObject owner, string name) =>
        set.Named(Kind, owner.Namespace, name).Any(candidate => Namespaces.AreSame(owner.Namespace, candidate.Namespace) == Answer.Yes);
}
