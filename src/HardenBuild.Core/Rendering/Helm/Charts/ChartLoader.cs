using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Loads charts from folders and packages of a repository.</summary>
/// <remarks>Helm's pkg/chart/loader. Dependencies that <c>charts/</c> lacks are taken from elsewhere in the repository where they stand there, as <c>helm dependency build</c> would fetch them.</remarks>
internal sealed class ChartLoader(RepositoryFiles files)
{
    /// <summary>Loads a chart and all that belongs to it.</summary>
    /// <param name="path">The chart's folder or package, relative to the repository root; empty for the root itself.</param>
    public LoadedChart Load(string path)
    {
        var errors = ImmutableArray.CreateBuilder<ChartError>();
        var chart = files.Find(path) == PathKind.File ? LoadPackage(path, errors) : LoadFolder(path, errors, []);
        return new LoadedChart(chart, errors.ToImmutable());
    }

    private static Chart? Try(string path, ImmutableArray<ChartError>.Builder errors, Func<Chart?> load)
    {
        try
        {
            return load();
        }
        catch (InvalidDataException e)
        {
            errors.Add(new ChartError(ChartErrorKind.Unreadable, SourceText.From(path, "").At(default), e.Message));
            return null;
        }
    }

    private Chart? LoadPackage(string path, ImmutableArray<ChartError>.Builder errors) => Try(path, errors, () =>
    {
        var bytes = files.ReadBytes(path, ChartLimits.ChartBytes) ?? throw new InvalidDataException($"'{path}' cannot be read");
        return new ChartAssembly(errors).Assemble(ChartArchive.Read(path, bytes, ChartLimits.ChartBytes), path, depth: 0);
    });

    /// <param name="outer">The folders of the charts that wanted this one, so that charts that want each other come to an end.</param>
    private Chart? LoadFolder(string folder, ImmutableArray<ChartError>.Builder errors, ImmutableArray<string> outer) => Try(folder, errors, () =>
    {
        var chart = new ChartAssembly(errors).Assemble(ChartFolder.Read(files, folder), MetadataPath(folder), outer.Length);
        return chart is null ? null : AddMissing(chart, folder, errors, outer.Add(folder));
    });

    private Chart AddMissing(Chart chart, string folder, ImmutableArray<ChartError>.Builder errors, ImmutableArray<string> outer)
    {
        var subcharts = chart.Subcharts.ToBuilder();
        foreach (var dependency in chart.Metadata.Dependencies)
        {
            if (subcharts.Any(subchart => subchart.Name == dependency.Name))
                continue;
            var found = outer.Length < ChartLimits.ChartDepth ? RepositoryCharts.Find(files, folder, dependency) : null;
            if (found is not null && !outer.Contains(found) && LoadFolder(found, errors, outer) is { } subchart)
                subcharts.Add(subchart);
            else
                errors.Add(new ChartError(ChartErrorKind.MissingDependency, dependency.Location, "found in Chart.yaml, but missing in charts/ directory: " + dependency.Name));
        }

        return subcharts.Count == chart.Subcharts.Length ? chart : chart.With(subcharts.ToImmutable());
    }

    private static string MetadataPath(string folder) => folder.Length == 0 ? "Chart.yaml" : folder + "/Chart.yaml";
}
