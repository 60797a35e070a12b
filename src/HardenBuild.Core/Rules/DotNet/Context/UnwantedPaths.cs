using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>What should stay out of the build of a .NET image, and is let in by the ignore file.</summary>
internal static class UnwantedPaths
{
    /// <summary>Folders that every build makes beside a project; they count as present, so that a verdict does not depend on whether somebody has built.</summary>
    public static IEnumerable<string> OutputFolders(BuildContext context, string folder, string name)
    {
        foreach (var project in ProjectFolders.Below(context, folder))
        {
            var path = Join(CleanPath.Folder(project), name);
            if (context.Includes(path) && context.Includes(path + "/a/a"))
                yield return path;
        }
    }

    /// <summary>Paths below a folder, shown as patterns that would exclude them.</summary>
    public static IEnumerable<string> Patterns(BuildContext context, string folder)
    {
        if (OutputFolders(context, folder, "bin").Any())
            yield return "**/bin";
        if (OutputFolders(context, folder, "obj").Any())
            yield return "**/obj";
        if (context.List(folder) is not { } entries)
            yield break;
        foreach (var name in entries.Keys.OrderBy(static name => name, StringComparer.Ordinal))
        {
            var path = Join(folder, name);
            if (IsUnwanted(name) && context.Includes(path) && (!entries[name] || context.Includes(path + "/a")))
                yield return name.EndsWith(".user", StringComparison.Ordinal) ? "**/*.user" : "**/" + name;
        }
    }

    private static bool IsUnwanted(string name) =>
        name is ".git" or ".vs" or ".env" or "TestResults" or "secrets.json"
        || name.EndsWith(".user", StringComparison.Ordinal)
        || (name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".local.json", StringComparison.OrdinalIgnoreCase));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
