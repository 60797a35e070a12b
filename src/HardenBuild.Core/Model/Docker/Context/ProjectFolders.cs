using HardenBuild.Model.DotNet;

namespace HardenBuild.Model.Docker.Context;

/// <summary>Finds the projects below a folder of a build context.</summary>
internal static class ProjectFolders
{
    private const int MaxFolders = 400;
    private const int MaxDepth = 5;
    private const int MaxProjects = 64;

    /// <summary>Paths of project files relative to the context, nearest first, each folder's sorted.</summary>
    public static List<string> Below(BuildContext context, string folder)
    {
        var projects = new List<string>();
        var open = new Queue<(string Path, int Depth)>();
        open.Enqueue((folder, 0));
        for (var listed = 0; listed < MaxFolders && open.Count > 0 && projects.Count < MaxProjects; listed++)
        {
            var (path, depth) = open.Dequeue();
            if (context.List(path) is not { } entries)
                continue;
            foreach (var name in entries.Keys.OrderBy(static name => name, StringComparer.Ordinal))
            {
                var child = path.Length == 0 ? name : path + "/" + name;
                if (!entries[name] && ProjectPaths.IsProject(name))
                    projects.Add(child);
                else if (entries[name] && depth < MaxDepth && name[0] != '.' && name is not ("bin" or "obj" or "node_modules" or "packages"))
                    open.Enqueue((child, depth + 1));
            }
        }

        return projects;
    }
}
