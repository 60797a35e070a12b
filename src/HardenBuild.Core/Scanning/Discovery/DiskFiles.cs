using System.Collections.Concurrent;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Discovery;

/// <summary>The files of a repository on disk, listed and read when first asked for.</summary>
/// <param name="root">The repository root; absolute.</param>
internal sealed class DiskFiles(string root) : RepositoryFiles
{
    /// <summary>Folders with more entries hold data; what is in them is unknown.</summary>
    private const int MaxEntries = 20_000;

    /// <summary>Project, ignore and settings files are small.</summary>
    private const int MaxBytes = 1 << 20;

    private readonly ConcurrentDictionary<string, IgnoreScope?> _scopes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inside = new(StringComparer.Ordinal);
    private readonly string _realRoot = RealPath.Resolve(root) ?? root;

    public override bool IsIgnored(string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path.Substring(0, slash);
            if (SkippedFolders.Contains(CleanPath.Name(folder)) || ScopeOf(CleanPath.Folder(folder))?.Ignores(folder, isFolder: true) == true)
                return true;
        }

        // What does not exist may have been a file or a folder.
        var scope = ScopeOf(CleanPath.Folder(path));
        return SkippedFolders.Contains(CleanPath.Name(path)) || scope?.Ignores(path, isFolder: false) == true || scope?.Ignores(path, isFolder: true) == true;
    }

    protected override IReadOnlyDictionary<string, bool>? ListFolder(string folder)
    {
        if (!IsInside(folder))
            return null;
        try
        {
            var list = FolderListing.Read(Full(folder));
            if (list.Count > MaxEntries)
                return null;
            var entries = new Dictionary<string, bool>(list.Count, StringComparer.Ordinal);
            foreach (var entry in list)
                entries[entry.Name] = entry.IsFolder;
            return entries;
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return null;
        }
    }

    protected override SourceText? ReadText(string path) =>
        IsInside(path) ? SourceReader.Read(new InputFile(Full(path), path, InputFormat.Project), out _, MaxBytes) : null;

    protected override byte[]? ReadContent(string path, int maxBytes) =>
        IsInside(CleanPath.Folder(path)) && SourceReader.ReadBytes(Full(path), _realRoot, maxBytes) is { } bytes ? bytes : null;

    /// <summary>Whether a file or folder lies in the repository after all symbolic links on the way were followed: files of the repository decide what is read.</summary>
    private bool IsInside(string path) => path.Length == 0 || _inside.GetOrAdd(
        path,
        wanted => RealPath.Resolve(Full(wanted)) is { } real && RelativePath.Below(_realRoot, real) is not null);

    private IgnoreScope? ScopeOf(string folder) => _scopes.GetOrAdd(folder, wanted =>
    {
        var outer = wanted.Length == 0 ? null : ScopeOf(CleanPath.Folder(wanted));
        return IgnoreScope.Add(outer, wanted, SmallFile.Read(Path.Combine(Full(wanted), ".gitignore")), Platform.IsWindows);
    });

    private string Full(string path) => path.Length == 0 ? root : Path.Combine(root, Platform.IsWindows ? path.Replace('/', '\\') : path);
}
