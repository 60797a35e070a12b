using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Tasks;

/// <summary>Repositories inside of the scanned one, submodules and work trees, whose own projects scan them.</summary>
/// <param name="root">The scanned repository; absolute.</param>
internal sealed class NestedRepositories(string root)
{
    private readonly string _root = Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
    private readonly Dictionary<string, bool> _reporting = new(StringComparer.Ordinal);
    private readonly PackageReferences _references = new();

    /// <summary>Whether the file is reported by the scan of a repository nearer to it.</summary>
    /// <param name="file">Absolute path below the root.</param>
    public bool Report(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length > _root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (RepositoryRoot.HasGit(folder))
                return HasReportingProject(folder);
        }

        return false;
    }

    private bool HasReportingProject(string repository)
    {
        if (!_reporting.TryGetValue(repository, out var reports))
            _reporting.Add(repository, reports = Search(repository));
        return reports;
    }

    private bool Search(string repository)
    {
        var folders = new Stack<string>([repository]);
        while (folders.Count > 0)
        {
            var folder = folders.Pop();
            try
            {
                if (Array.Exists(Directory.GetFiles(folder, "*.*proj"), project => ProjectOwners.IsCompiled(project) && _references.Reach(project)))
                    return true;
                foreach (var inner in new DirectoryInfo(folder).GetDirectories())
                {
                    // Links may lead in circles; a repository in this one speaks for itself.
                    if ((inner.Attributes & FileAttributes.ReparsePoint) == 0 && !IsOutput(inner.Name) && !RepositoryRoot.HasGit(inner.FullName))
                        folders.Push(inner.FullName);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What cannot be read holds no project that could be built.
            }
        }

        return false;
    }

    private static bool IsOutput(string folder) => folder is ".git" or "bin" or "obj" or "node_modules";
}
