using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Scanning.Discovery;

/// <summary>A chart that the user named.</summary>
/// <param name="Files">The repository that the chart lies in.</param>
/// <param name="Path">The chart's folder or package, relative to the repository root.</param>
internal sealed record ChartOnDisk(RepositoryFiles Files, string Path)
{
    /// <summary>Null where there is no such folder or file; <paramref name="problem"/> then says so.</summary>
    /// <param name="path">An absolute path.</param>
    public static ChartOnDisk? Open(string path, out string? problem)
    {
        problem = null;
        if (!Directory.Exists(path) && !File.Exists(path))
            problem = $"path \"{path}\" not found";
        // A chart that is reached through a link belongs to the repository that it lies in.
        else if (RealPath.Resolve(path) is not { } real)
            problem = $"'{path}' is a symbolic link that leads into a loop";
        else if (RepositoryRoot.Find(real) is var root)
            return new ChartOnDisk(new DiskFiles(root), RelativePath.Below(root, real) ?? "");
        return null;
    }
}
