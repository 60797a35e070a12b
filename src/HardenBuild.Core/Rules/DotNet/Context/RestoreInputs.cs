using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules.DotNet.Context;

/// <summary>The files that a restore reads beside the project itself.</summary>
internal static class RestoreInputs
{
    private const int MaxProjects = 200;

    /// <summary>Projects that a restore works on, as paths of the context: the one it names, else every project copied by name before it.</summary>
    public static List<string> Projects(DockerfileModel model, BuildContext context, ProjectCommand restore)
    {
        if (restore.ProjectPath(model, context) is { } only)
            return [only];
        var projects = new List<string>();
        foreach (var source in CopiedPaths.Before(model, restore.Instruction))
        {
            if (!source.IsGlob && ProjectPaths.IsProject(source.Path) && context.Find(source.Path) == PathKind.File && projects.Count < MaxProjects)
                projects.Add(source.Path);
        }

        return projects;
    }

    /// <summary>Every input of some projects that exists in the context, projects they refer to included; sorted.</summary>
    public static SortedSet<string> Of(BuildContext context, List<string> projects)
    {
        var inputs = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(projects, StringComparer.Ordinal);
        var open = new Stack<string>(projects);
        while (open.Count > 0)
        {
            var path = open.Pop();
            var folder = CleanPath.Folder(path);
            AddNearest(context, folder, "Directory.Packages.props", inputs);
            AddNearest(context, folder, "Directory.Build.props", inputs);
            AddNearest(context, folder, "global.json", inputs);
            AddPackageSources(context, folder, inputs);
            if (Join(folder, "packages.lock.json") is var lockFile && context.Find(lockFile) == PathKind.File)
                inputs.Add(lockFile);
            foreach (var reference in context.ReadProject(path)?.File.FindItems("ProjectReference") ?? [])
            {
                if (reference.IsConditional || CleanPath.In(folder, reference.Include.Value) is not { } referred || context.Find(referred) != PathKind.File)
                    continue;
                inputs.Add(referred);
                if (seen.Count < MaxProjects && seen.Add(referred))
                    open.Push(referred);
            }
        }

        return inputs;
    }

    private static void AddNearest(BuildContext context, string folder, string name, SortedSet<string> inputs)
    {
        if (DotNetProject.FindAbove(context.Files, context.InRepository(folder), name) is { } path && CleanPath.Below(context.Root, path) is { } inContext)
            inputs.Add(inContext);
    }

    /// <summary>NuGet reads the configuration of every folder up to the root.</summary>
    private static void AddPackageSources(BuildContext context, string folder, SortedSet<string> inputs)
    {
        for (; ; folder = CleanPath.Folder(folder))
        {
            // The three spellings that NuGet finds on Linux.
            foreach (var name in new[] { "nuget.config", "NuGet.config", "NuGet.Config" })
            {
                if (context.Find(Join(folder, name)) == PathKind.File)
                    inputs.Add(Join(folder, name));
            }

            if (folder.Length == 0)
                return;
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
