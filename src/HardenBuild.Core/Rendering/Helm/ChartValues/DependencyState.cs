using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>A dependency in one release.</summary>
internal sealed class DependencyState(ChartDependency dependency)
{
    public ChartDependency Dependency { get; } = dependency;

    public string Name => Dependency.EffectiveName;

    public bool IsEnabled { get; set; } = true;

    /// <summary>The condition or tag that decides; null where none does.</summary>
    public ValueOrigin? DecidedBy { get; set; }
}
