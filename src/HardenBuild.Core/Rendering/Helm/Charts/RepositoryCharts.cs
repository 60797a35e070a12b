using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Finds the charts of dependencies in the repository itself.</summary>
internal static class RepositoryCharts
{
    private const string FileScheme = "file://";

    /// <summary>The folder of a dependency: where <c>file://</c> leads, else a folder of the dependency's name beside or above the chart.</summary>
    /// <param name="folder">That of the chart that has the dependency.</param>
    /// <returns>Null where no such folder holds a chart of that name and a version in the range.</returns>
    public static string? Find(RepositoryFiles files, string folder, ChartDependency dependency)
    {
        if (dependency.Repository.StartsWith(FileScheme, StringComparison.Ordinal))
        {
            var path = dependency.Repository.Substring(FileScheme.Length);
            return CleanPath.In(folder, path) is { } named && Fits(files, named, dependency) ? named : null;
        }

        for (var above = folder; above.Length > 0;)
        {
            above = CleanPath.Folder(above);
            foreach (var candidate in new[] { Join(above, dependency.Name), Join(above, "charts/" + dependency.Name) })
            {
                if (candidate != folder && Fits(files, candidate, dependency))
                    return candidate;
            }
        }

        return null;
    }

    private static bool Fits(RepositoryFiles files, string folder, ChartDependency dependency)
    {
        var path = Join(folder, "Chart.yaml");
        if (files.Find(path) != PathKind.File)
            return false;
        try
        {
            var metadata = MetadataReader.Read(new ChartFile("Chart.yaml", path, files));
            return metadata.Name == dependency.Name && ChartVersion.IsInRange(metadata.Version, dependency.Version);
        }
        catch (Exception e) when (e is ChartException or InvalidDataException)
        {
            return false;
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
