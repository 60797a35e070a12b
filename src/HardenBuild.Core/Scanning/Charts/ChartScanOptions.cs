using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.ChartValues;

namespace HardenBuild.Scanning.Charts;

/// <summary>What the caller of a scan says about charts.</summary>
/// <param name="Values">Values that all charts are rendered with once more; null for none.</param>
/// <param name="Kubernetes">The version that charts are rendered for; null for the one that Helm assumes.</param>
internal sealed record ChartScanOptions(UserValues? Values, KubernetesRelease? Kubernetes)
{
    public static ChartScanOptions None { get; } = new(null, null);
}
