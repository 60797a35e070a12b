using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>A HorizontalPodAutoscaler, or KEDA's ScaledObject, which makes one.</summary>
internal sealed class Autoscaler
{
    private readonly ManifestFields _spec;

    private Autoscaler(KubernetesObject manifest, string minimum, string maximum)
    {
        Object = manifest;
        _spec = new ManifestFields(manifest.Root["spec"]);
        var target = _spec.Object("scaleTargetRef");
        TargetKind = target.Text("kind").Or(manifest.ApiGroup == "keda.sh" ? Setting<string>.Of("Deployment", manifest.NameLocation) : default);
        TargetName = target.Text("name");
        Minimum = _spec.Integer(minimum);
        Maximum = _spec.Integer(maximum);
    }

    public KubernetesObject Object { get; }

    public bool IsHorizontalPodAutoscaler => Object.Kind.Value == "HorizontalPodAutoscaler";

    public Setting<string> TargetKind { get; }

    public Setting<string> TargetName { get; }

    /// <summary>Absent means 1 for a HorizontalPodAutoscaler and 0 for a ScaledObject.</summary>
    public Setting<long> Minimum { get; }

    public Setting<long> Maximum { get; }

    /// <summary>The number of pods that are always there; null where it cannot be told.</summary>
    public long? LowestCount => Minimum.IsUnknown ? null : Minimum.Known?.Value ?? (IsHorizontalPodAutoscaler ? 1 : 0);

    public ImmutableArray<YamlMapping> Metrics => _spec.Objects("metrics");

    public static Autoscaler? From(KubernetesObject manifest) => (manifest.ApiGroup, manifest.Kind.Value) switch
    {
        ("autoscaling", "HorizontalPodAutoscaler") => new Autoscaler(manifest, "minReplicas", "maxReplicas"),
        ("keda.sh", "ScaledObject") => new Autoscaler(manifest, "minReplicaCount", "maxReplicaCount"),
        _ => null,
    };
}
