namespace HardenBuild.Scanning.Discovery;

/// <summary>Follows a walk in and out of charts.</summary>
internal static class ChartPlaces
{
    public const string FileName = "Chart.yaml";

    /// <summary>The place of a folder.</summary>
    /// <param name="parent">The place of the folder above it.</param>
    /// <param name="hasChartFile">Whether <c>Chart.yaml</c> lies in the folder: in templates it is text to render, elsewhere it opens a chart.</param>
    public static ChartPlace Enter(ChartPlace parent, string name, bool hasChartFile) => parent switch
    {
        ChartPlace.Templates or ChartPlace.CustomResources => parent,
        _ when hasChartFile => ChartPlace.Top,
        ChartPlace.Top when name == "templates" => ChartPlace.Templates,
        ChartPlace.Top when name == "crds" => ChartPlace.CustomResources,
        ChartPlace.Outside => ChartPlace.Outside,
        _ => ChartPlace.Elsewhere,
    };

    /// <summary>The format of a file by its place in a chart; null where the place does not decide.</summary>
    public static InputFormat? Classify(ChartPlace place, string name)
    {
        var extension = Path.GetExtension(name);
        var isYaml = extension is ".yaml" or ".yml";
        return place switch
        {
            ChartPlace.Templates when isYaml || extension is ".tpl" or ".txt" or ".json" => InputFormat.HelmTemplate,
            ChartPlace.CustomResources when isYaml || extension == ".json" => InputFormat.HelmChart,
            ChartPlace.Top when isYaml && (name is FileName or "requirements.yaml" || name.StartsWith("values", StringComparison.Ordinal)) => InputFormat.HelmChart,
            _ => null,
        };
    }
}
