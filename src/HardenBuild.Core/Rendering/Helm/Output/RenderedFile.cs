using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>What one template rendered.</summary>
/// <param name="Name">As Helm names it: <c>web/charts/cache/templates/service.yaml</c>.</param>
/// <param name="Template">The file that was rendered.</param>
/// <param name="Text">The text before it is split into documents.</param>
internal sealed record RenderedFile(string Name, ChartFile Template, TracedText Text)
{
    public override string ToString() => Name;
}
