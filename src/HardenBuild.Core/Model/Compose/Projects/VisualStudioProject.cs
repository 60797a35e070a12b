using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Model.Compose.Projects;

/// <summary>The Compose files that a Visual Studio container project (<c>.dcproj</c>) starts.</summary>
/// <remarks>Microsoft Learn, "Docker Compose build properties": <c>DockerComposeBaseFilePath</c> (<c>docker-compose</c> by default) and <c>AdditionalComposeFilePaths</c>.</remarks>
internal static class VisualStudioProject
{
    /// <summary>The files of each project in a folder, from the base to the last; none where the base is missing.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(string folder, ComposeFiles files)
    {
        foreach (var path in ProjectsIn(folder, files))
        {
            var project = Settings(path, files);
            if (Text(project, "DockerComposeBaseFilePath", "docker-compose") is not { } name)
                continue;
            if (CleanPath.In(folder, name) is not { } stem || WithStem(stem, files) is not { } main)
                continue;
            var paths = new List<string> { main };
            if (WithStem(stem + ".override", files) is { } overriding)
                paths.Add(overriding);
            foreach (var additional in (Text(project, "AdditionalComposeFilePaths", "") ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (CleanPath.In(folder, additional.Trim()) is { } inside && files.Find(inside) is not null)
                    paths.Add(inside);
            }

            yield return paths;
        }
    }

    private static IEnumerable<string> ProjectsIn(string folder, ComposeFiles files) =>
        files.Repository?.List(folder)?.Keys.Where(static name => name.EndsWith(".dcproj", StringComparison.OrdinalIgnoreCase)).OrderBy(static name => name, StringComparer.Ordinal)
            .Select(name => folder.Length == 0 ? name : folder + "/" + name) ?? [];

    /// <summary>Most projects leave all to the defaults, and need not be read as XML.</summary>
    private static ProjectFile? Settings(string path, ComposeFiles files) =>
        files.Repository?.Read(path) is { } text && (text.Content.Contains("ComposeBaseFilePath", StringComparison.Ordinal) || text.Content.Contains("AdditionalComposeFilePaths", StringComparison.Ordinal))
            ? files.Repository.ReadProject(path)
            : null;

    /// <summary>A property's value; null when it depends on others.</summary>
    private static string? Text(ProjectFile? project, string name, string absent) =>
        project?.Find(name) is { } property ? (property.IsKnown ? property.Value.Value : null) : absent;

    private static string? WithStem(string stem, ComposeFiles files) =>
        files.Find(stem + ".yml") is not null ? stem + ".yml" : files.Find(stem + ".yaml") is not null ? stem + ".yaml" : null;
}
