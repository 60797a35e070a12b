using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Finds the values files that stand beside a chart: each is a way in which somebody installs it.</summary>
internal static class ValuesFiles
{
    /// <summary><c>values-*.yaml</c> and <c>values.*.yaml</c> in the chart's folder and <c>*-values.yaml</c> in its <c>ci/</c>, in ordinal order.</summary>
    /// <param name="folder">The chart's folder, relative to the repository root.</param>
    /// <returns>Paths relative to the repository root.</returns>
    public static ImmutableArray<string> Beside(RepositoryFiles files, string folder)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        Add(folder, IsVariant);
        // chart-testing's convention: https://github.com/helm/chart-testing, "ct install".
        Add(folder.Length == 0 ? "ci" : folder + "/ci", static name => name.EndsWith("-values", StringComparison.Ordinal));
        paths.Sort(StringComparer.Ordinal);
        return paths.ToImmutable();

        void Add(string place, Func<string, bool> isWanted)
        {
            if (files.Find(place) != PathKind.Folder || files.List(place) is not { } entries)
                return;
            foreach (var entry in entries)
            {
                if (!entry.Value && Path.GetExtension(entry.Key) is ".yaml" or ".yml" && isWanted(Path.GetFileNameWithoutExtension(entry.Key)))
                    paths.Add(place.Length == 0 ? entry.Key : place + "/" + entry.Key);
            }
        }
    }

    private static bool IsVariant(string name) =>
        name.Length > "values-".Length && name.StartsWith("values", StringComparison.Ordinal) && name["values".Length] is '-' or '.';
}
