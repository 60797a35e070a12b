namespace HardenBuild.Scanning.Discovery;

/// <summary>Where in a Helm chart a folder lies.</summary>
/// <remarks>Helm documentation, "The Chart File Structure".</remarks>
internal enum ChartPlace
{
    Outside,

    /// <summary>The folder that holds <c>Chart.yaml</c>.</summary>
    Top,

    /// <summary><c>templates/</c> or below.</summary>
    Templates,

    /// <summary><c>crds/</c> or below.</summary>
    CustomResources,

    /// <summary>Any other folder of the chart, <c>charts/</c> and <c>ci/</c> among them.</summary>
    Elsewhere,
}
