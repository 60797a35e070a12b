using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>A file of custom resource definitions.</summary>
/// <param name="Name">As Helm names it: <c>web/charts/cache/crds/crd.yaml</c>.</param>
internal sealed record CustomResourceFile(string Name, ChartFile File);
