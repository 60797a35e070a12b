using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>A dependency in one release.</summary>
internal sealed class DependencyState(ChartDependency dependency)
{
    public ChartDependency Dependency { get; } = dependency;

    public string Name => Dependency.EffectiveName;

    public bool IsEnabled { get; set; } = true;
}
