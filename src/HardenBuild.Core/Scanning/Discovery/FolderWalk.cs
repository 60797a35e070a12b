namespace HardenBuild.Scanning.Discovery;

/// <summary>Goes through the folders of one repository and hands what it finds to a collector.</summary>
/// <remarks>All paths are real ones, so following links cannot go in circles: each folder is listed once.</remarks>
internal sealed class FolderWalk(WalkBase @base, InputCollector collector, CancellationToken cancellation)
{
    // Deeper than any repository; bounds the work on a file system that lies.
    private const int MaxDepth = 256;

    private readonly Stack<WalkFolder> _pending = new();
    private readonly HashSet<string> _listed = new(Platform.PathComparer);

    /// <summary>Walks a folder that the user named, even if an ignore file or its name would hide it.</summary>
    /// <param name="relative">Relative to the base; empty for the base itself.</param>
    public void Walk(string relative)
    {
        if (Enter(relative, isNamed: true) is { } folder)
            _pending.Push(folder);
        while (_pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            List(_pending.Pop());
        }
    }

    /// <summary>The place in a chart of the folder that holds a file.</summary>
    public ChartPlace PlaceOf(string relativeFolder) =>
        Enter(relativeFolder, isNamed: true) is { } folder
            ? ChartPlaces.Enter(folder.Chart, folder.Name, HasChartFile(relativeFolder))
            : ChartPlace.Outside;

    /// <summary>Whether an ignore file of its own folder or of one above hides a file.</summary>
    public bool IsIgnored(string folder, string name)
    {
        if (Enter(folder, isNamed: true) is not { } entered)
            return false;
        var full = @base.Full(folder);
        return Scope(entered, RepositoryRoot.HasGit(full), SmallFile.Read(Path.Combine(full, ".gitignore")))?.Ignores(RelativePath.Join(folder, name), isFolder: false) == true;
    }

    private bool HasChartFile(string folder) => File.Exists(Path.Combine(@base.Full(folder), ChartPlaces.FileName));

    /// <summary>Collects what the folders above a folder decide; null when they hide it.</summary>
    private WalkFolder? Enter(string relative, bool isNamed)
    {
        var folder = new WalkFolder("", null, ChartPlace.Outside, 0);
        for (var start = 0; start < relative.Length; start++)
        {
            var end = relative.IndexOf('/', start);
            if (end < 0)
                end = relative.Length;
            var ignore = Scope(folder, RepositoryRoot.HasGit(@base.Full(folder.Path)), SmallFile.Read(Path.Combine(@base.Full(folder.Path), ".gitignore")));
            var chart = ChartPlaces.Enter(folder.Chart, folder.Name, HasChartFile(folder.Path));
            folder = new WalkFolder(relative.Substring(0, end), ignore, chart, folder.Depth + 1);
            if (!isNamed && (SkippedFolders.Contains(folder.Name) || ignore?.Ignores(folder.Path, isFolder: true) == true))
                return null;
            start = end;
        }

        // Whoever names an ignored folder wants to see what is in it.
        return isNamed && folder.Ignore?.Ignores(folder.Path, isFolder: true) == true ? folder with { Ignore = null } : folder;
    }

    private static IgnoreScope? Extend(IgnoreScope? outer, string folder, string content) =>
        content.Length == 0 ? outer : IgnoreScope.Add(outer, folder, content, Platform.IsWindows);

    private IgnoreScope? Scope(WalkFolder folder, bool isRepository, string gitignore)
    {
        // A nested repository (a submodule, a clone) has ignore files of its own only.
        var outer = isRepository ? Extend(null, folder.Path, GitFolder.ReadExclude(@base.Full(folder.Path))) : folder.Ignore;
        return Extend(outer, folder.Path, gitignore);
    }

    private void List(WalkFolder folder)
    {
        if (!_listed.Add(folder.Path))
            return;
        var directory = @base.Full(folder.Path);
        if (folder.Depth > MaxDepth)
        {
            collector.AddUnreadable(@base.Reported(folder.Path), $"it is nested more than {MaxDepth} folders deep");
            return;
        }

        if (ListEntries(directory, folder) is not { } entries || (folder.Depth > 0 && SkippedFolders.IsNuGetPackages(directory, entries)))
            return;

        bool hasChartFile = false, hasGit = false, hasIgnore = false;
        foreach (var entry in entries)
        {
            hasChartFile |= entry.Name == ChartPlaces.FileName;
            hasGit |= entry.Name == ".git";
            hasIgnore |= entry.Name == ".gitignore";
        }

        var ignore = Scope(folder, hasGit, hasIgnore ? SmallFile.Read(Path.Combine(directory, ".gitignore")) : "");
        var inside = new WalkFolder(folder.Path, ignore, ChartPlaces.Enter(folder.Chart, folder.Name, hasChartFile), folder.Depth);
        foreach (var entry in entries)
            Visit(inside, entry, directory);
    }

    private List<FolderEntry>? ListEntries(string directory, WalkFolder folder)
    {
        try
        {
            return FolderListing.Read(directory);
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            collector.AddUnreadable(@base.Reported(folder.Path), e is UnauthorizedAccessException ? "permission denied" : "it cannot be listed");
            return null;
        }
    }

    private void Visit(WalkFolder inside, FolderEntry entry, string directory)
    {
        var path = RelativePath.Join(inside.Path, entry.Name);
        if (entry.IsFolder)
        {
            if (SkippedFolders.Contains(entry.Name) || inside.Ignore?.Ignores(path, isFolder: true) == true)
                return;
            var folder = new DirectoryInfo(Path.Combine(directory, entry.Name));
            if (SymbolicLink.TargetOf(folder) is { } link)
                FollowFolder(folder, link);
            else
                _pending.Push(inside with { Path = path, Depth = inside.Depth + 1 });
            return;
        }

        var hint = InputNames.Classify(entry.Name);
        if ((hint == NameHint.None && inside.Chart != ChartPlace.Templates) || inside.Ignore?.Ignores(path, isFolder: false) == true)
            return;
        var file = new FileInfo(Path.Combine(directory, entry.Name));
        if (SymbolicLink.TargetOf(file) is not null)
            FollowFile(file, path, hint, inside.Chart);
        else
            collector.Add(@base, path, entry.Name, hint, inside.Chart);
    }

    private void FollowFolder(DirectoryInfo folder, string link)
    {
        if (link.Length > 0 && RealPath.Resolve(folder.FullName) is { } target && RelativePath.Below(@base.RealFolder, target) is { } relative
            && Directory.Exists(target) && Enter(relative, isNamed: false) is { } entered)
            _pending.Push(entered);
    }

    private void FollowFile(FileInfo file, string path, NameHint hint, ChartPlace place)
    {
        // Reported where it really lies, for that is the file a person would change; its format is that of the name it is used under.
        if (RealPath.Resolve(file.FullName) is not { } target)
            collector.AddBrokenLink(@base.Reported(path), hint, "it is a symbolic link that leads into a loop");
        else if (!File.Exists(target))
            collector.AddBrokenLink(@base.Reported(path), hint, "it is a symbolic link to a file that does not exist");
        else if (RelativePath.Below(@base.RealFolder, target) is { Length: > 0 } relative)
            collector.Add(@base, relative, file.Name, hint, place);
        else
            collector.AddBrokenLink(@base.Reported(path), hint, "it is a symbolic link that leads out of the repository; name it to have it read");
    }
}
