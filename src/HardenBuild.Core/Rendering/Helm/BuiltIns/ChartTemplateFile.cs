using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>A template of a release.</summary>
/// <param name="Name">As Helm names it, and as other templates can include it: <c>web/charts/cache/templates/service.yaml</c>.</param>
/// <param name="BasePath">The <c>templates</c> folder of its chart, for <c>.Template.BasePath</c>.</param>
/// <param name="Condition">The values that switched its chart on; null for none.</param>
/// <param name="Scope">What <c>.</c> is: shared by all templates of the chart.</param>
internal sealed record ChartTemplateFile(string Name, string BasePath, ChartFile File, GoMap Scope, ValueOrigin? Condition)
{
    /// <summary>Whether the file renders to something; the others hold named templates only.</summary>
    public bool IsRendered => CleanPath.Name(Name) is not ['_', ..];
}
