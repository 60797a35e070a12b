using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Helm.Use;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm;

/// <summary>A chart with all that it renders: what rules about charts see.</summary>
internal sealed record ChartModel
{
    private ValueUse? _use;

    /// <summary>The chart's folder, relative to the repository root; empty for the root itself.</summary>
    public required string Folder { get; init; }

    public required Chart Chart { get; init; }

    /// <summary>What could not be loaded.</summary>
    public required ImmutableArray<ChartError> LoadErrors { get; init; }

    /// <summary>The default values first, then each values file in ordinal order, then what the user names. Empty for a library chart.</summary>
    public required ImmutableArray<ChartScenario> Scenarios { get; init; }

    /// <summary>What values and templates have to do with each other; found out when first asked for.</summary>
    public ValueUse Use => _use ??= new ValueUse(this);

    /// <summary>The repository around the chart.</summary>
    public required RepositoryFiles Files { get; init; }

    /// <summary>The templates that people here can edit and that parse, those of unpacked subcharts among them, in ordinal order of the paths.</summary>
    public IEnumerable<GoTemplateFile> Templates => Chart.Parsed.Files.Where(static file => file.Errors.Count == 0 && !file.Source.Path.Contains("!/"));

    /// <summary>Those of <see cref="Templates"/> that belong to the chart itself, so that its values are theirs.</summary>
    public IEnumerable<GoTemplateFile> OwnTemplates
    {
        get
        {
            var own = new HashSet<string>(Chart.Templates.Select(static file => file.Path), StringComparer.Ordinal);
            return Templates.Where(file => own.Contains(file.Source.Path));
        }
    }

    /// <summary><c>Chart.yaml</c> and the values files.</summary>
    public IEnumerable<SourceText> YamlSources()
    {
        yield return Chart.MetadataFile.Source;
        if (Chart.ValuesFile is { } values)
            yield return values.Source;
        foreach (var scenario in Scenarios)
        {
            foreach (var file in scenario.Values.Files)
                yield return file;
        }
    }
}
