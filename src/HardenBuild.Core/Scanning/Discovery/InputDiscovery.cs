namespace HardenBuild.Scanning.Discovery;

/// <summary>Finds the files of a scan.</summary>
internal static class InputDiscovery
{
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public static DiscoveredInputs Discover(ScanOptions options, CancellationToken cancellation)
    {
        var root = RelativePath.WithoutTrailingSeparator(options.Root is { } given ? Path.GetFullPath(given) : RepositoryRoot.Find(options.Paths[0]));
        var collector = new InputCollector(PathGlobs.Parse(options.Include), PathGlobs.Parse(options.Exclude));
        var walks = new Dictionary<string, (WalkBase Base, FolderWalk Walk)>(Platform.PathComparer);
        foreach (var path in options.Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            Scan(path);
        }

        return collector.ToInputs(root);

        void Scan(string path)
        {
            var full = RelativePath.WithoutTrailingSeparator(Path.GetFullPath(path));
            var isFolder = Directory.Exists(full);
            if (!isFolder && !File.Exists(full))
            {
                collector.AddError($"'{path}' does not exist");
                return;
            }

            if (!isFolder && IsSolutionOrProject(full))
            {
                full = Path.GetDirectoryName(full)!;
                isFolder = true;
            }

            if (RealPath.Resolve(full) is not { } real)
                collector.AddError($"'{path}' is a symbolic link that leads into a loop");
            else if (!isFolder && !File.Exists(real))
                collector.AddError($"'{path}' is a symbolic link to a file that does not exist");
            else if (isFolder)
                ScanFolder(path, full, real);
            else
                ScanFile(path, full, real);
        }

        void ScanFolder(string path, string full, string real)
        {
            if (!CanList(full))
            {
                collector.AddError($"'{path}' cannot be listed: permission denied");
                return;
            }

            ConfigurationAbove.Collect(full, root, collector);
            var (walkBase, walk) = WalkFor(full, real);
            walk.Walk(RelativePath.Below(walkBase.RealFolder, real) ?? "");
        }

        void ScanFile(string path, string full, string real)
        {
            ConfigurationAbove.Collect(Path.GetDirectoryName(full)!, root, collector);
            var (walkBase, walk) = WalkFor(full, real);
            if (RelativePath.Below(walkBase.RealFolder, real) is not { } relative)
            {
                // A link that leaves its repository: the user asked for it, so it is read where it was named.
                relative = Path.GetFileName(full);
                walkBase = new WalkBase(Path.GetDirectoryName(full)!, Path.GetDirectoryName(full)!, RelativePath.Between(root, Path.GetDirectoryName(full)!));
            }

            var slash = relative.LastIndexOf('/');
            var folder = slash < 0 ? "" : relative.Substring(0, slash);
            var place = walk.PlaceOf(folder);
            if (FileClassifier.ClassifyNamed(walkBase.Full(relative), walkBase.Reported(relative), Path.GetFileName(full), place) is { } format)
                AddNamed(new InputFile(walkBase.Full(relative), walkBase.Reported(relative), format), walk, folder);
            else
                collector.AddError(Unknown(path, full));
        }

        void AddNamed(InputFile file, FolderWalk walk, string folder)
        {
            collector.AddNamed(file);
            var variables = Path.Combine(Path.GetDirectoryName(file.FullPath)!, ".env");
            if (file.Format == InputFormat.Compose && File.Exists(variables) && !walk.IsIgnored(folder, ".env"))
                collector.AddEnvironmentFile(variables);
        }

        (WalkBase Base, FolderWalk Walk) WalkFor(string full, string real)
        {
            var inRoot = RelativePath.Below(RealPath.Resolve(root) ?? root, real) is not null;
            var folder = inRoot ? root : RepositoryRoot.Find(full);
            if (!walks.TryGetValue(folder, out var known))
            {
                var walkBase = WalkBase.Create(folder, root);
                known = (walkBase, new FolderWalk(walkBase, collector, cancellation));
                walks.Add(folder, known);
            }

            return known;
        }
    }

    private static bool IsSolutionOrProject(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf" || InputNames.Classify(Path.GetFileName(path)) == NameHint.Project;

    private static bool CanList(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return false;
        }
    }

    private static string Unknown(string path, string full) => SourceReader.WhyUnreadable(full) is { } reason
        ? $"'{path}' cannot be read: {reason}"
        : $"cannot tell what kind of file '{path}' is: name it like 'Dockerfile', 'api.Dockerfile', 'compose.yaml' or 'daemon.json', or give a Kubernetes file 'apiVersion' and 'kind'";
}
