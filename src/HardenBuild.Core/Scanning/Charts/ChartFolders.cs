using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Scanning.Charts;

/// <summary>The charts that the files of a scan belong to.</summary>
internal static class ChartFolders
{
    private const string ChartFile = "Chart.yaml";

    /// <summary>The folders of the charts that are installed by themselves, in ordinal order: a chart in the <c>charts/</c> of another is rendered with it.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<InputText> inputs, RepositoryFiles files)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (input.Format is InputFormat.HelmTemplate or InputFormat.HelmChart && FolderOf(CleanPath.Folder(input.Source.Path), files) is { } folder)
                folders.Add(Outermost(folder, files));
        }

        return [.. folders];
    }

    private static string? FolderOf(string folder, RepositoryFiles files)
    {
        while (files.Find(Below(folder, ChartFile)) != PathKind.File)
        {
            if (folder.Length == 0)
                return null;
            folder = CleanPath.Folder(folder);
        }

        return folder;
    }

    private static string Outermost(string folder, RepositoryFiles files)
    {
        while (CleanPath.Name(CleanPath.Folder(folder)) == "charts" && FolderOf(CleanPath.Folder(CleanPath.Folder(folder)), files) is { } outer
            && Below(outer, "charts") == CleanPath.Folder(folder))
            folder = outer;
        return folder;
    }

    private static string Below(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
