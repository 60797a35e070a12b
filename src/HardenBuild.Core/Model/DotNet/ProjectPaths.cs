using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.DotNet;

/// <summary>Tells project files by their names.</summary>
internal static class ProjectPaths
{
    public static bool IsProject(string path) =>
        path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    public static bool IsSolution(string path) =>
        path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase);

    /// <summary>The projects in a folder, sorted; paths from the repository root.</summary>
    public static List<string> In(RepositoryFiles files, string folder)
    {
        var projects = new List<string>();
        foreach (var entry in files.List(folder) ?? new Dictionary<string, bool>())
        {
            if (!entry.Value && IsProject(entry.Key))
                projects.Add(folder.Length == 0 ? entry.Key : folder + "/" + entry.Key);
        }

        projects.Sort(StringComparer.Ordinal);
        return projects;
    }
}
