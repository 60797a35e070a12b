namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>An entry of <c>maintainers</c> in <c>Chart.yaml</c>.</summary>
internal sealed record ChartMaintainer(string Name, string Email, string Url);
