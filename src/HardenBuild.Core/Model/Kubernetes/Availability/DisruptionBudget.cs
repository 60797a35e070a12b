using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>A PodDisruptionBudget: how many pods may be taken away at once when nodes are drained.</summary>
internal sealed class DisruptionBudget
{
    public DisruptionBudget(KubernetesObject manifest)
    {
        Object = manifest;
        Spec = new ManifestFields(manifest.Root["spec"]);
        Selector = LabelSelector.From(manifest.Root.At("spec", "selector"));
    }

    public KubernetesObject Object { get; }

    public ManifestFields Spec { get; }

    /// <summary>Which pods it is about; an empty one means all of the namespace, an absent one none.</summary>
    public LabelSelector Selector { get; }

    public bool HasSelector => !Spec.Object("selector").IsAbsent;

    public Setting<string> MinAvailable => Spec.Text("minAvailable");

    public Setting<string> MaxUnavailable => Spec.Text("maxUnavailable");
}
