using System.Collections.Immutable;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>What came of loading a chart.</summary>
/// <param name="Chart">Null where not even <c>Chart.yaml</c> can be read.</param>
/// <param name="Errors">What is missing from it, in the order in which Helm would find out.</param>
internal sealed record LoadedChart(Chart? Chart, ImmutableArray<ChartError> Errors);
