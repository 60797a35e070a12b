using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>A chart as it was loaded. Immutable: one load serves any number of renders.</summary>
internal sealed class Chart
{
    public required ChartMetadata Metadata { get; init; }

    /// <summary><c>Chart.yaml</c>.</summary>
    public required ChartFile MetadataFile { get; init; }

    /// <summary>Where the chart's name is written.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The content of <c>values.yaml</c>; empty where there is none. Whoever changes values copies them first.</summary>
    public required GoMap Values { get; init; }

    /// <summary><c>values.yaml</c>; null where there is none.</summary>
    public ChartFile? ValuesFile { get; init; }

    /// <summary><c>values.schema.json</c>; null where there is none.</summary>
    public ChartFile? SchemaFile { get; init; }

    /// <summary>All files below <c>templates/</c>.</summary>
    public required ImmutableArray<ChartFile> Templates { get; init; }

    /// <summary>What templates reach with <c>.Files</c>.</summary>
    public required ImmutableArray<ChartFile> Files { get; init; }

    /// <summary>The charts in <c>charts/</c>, then those taken from elsewhere in the repository.</summary>
    public required ImmutableArray<Chart> Subcharts { get; init; }

    public string Name => Metadata.Name;

    /// <summary>The templates of this chart and of its subcharts, once they are parsed.</summary>
    public TemplateCache Parsed { get; } = new();

    /// <summary>What renders of the chart have read of their documents.</summary>
    public ManifestHeads Heads { get; } = new();

    /// <summary>The custom resource definitions in <c>crds/</c>, which are not templates.</summary>
    public IEnumerable<ChartFile> CustomResources =>
        Files.Where(static file => file.Name.StartsWith("crds/", StringComparison.Ordinal)
            && Path.GetExtension(file.Name).ToLowerInvariant() is ".yaml" or ".yml" or ".json");

    /// <summary>The same chart with other subcharts.</summary>
    public Chart With(ImmutableArray<Chart> subcharts) => new()
    {
        Metadata = Metadata,
        MetadataFile = MetadataFile,
        Location = Location,
        Values = Values,
        ValuesFile = ValuesFile,
        SchemaFile = SchemaFile,
        Templates = Templates,
        Files = Files,
        Subcharts = subcharts,
    };

    public override string ToString() => Name;
}
