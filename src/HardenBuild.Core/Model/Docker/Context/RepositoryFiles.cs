using System.Collections.Concurrent;
using HardenBuild.Model.DotNet;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Context;

/// <summary>The files of a repository as far as rules ask for them: each folder is listed and each text read once. Safe for many threads.</summary>
/// <remarks>All paths are relative to the repository root, with forward slashes, cleaned; empty for the root itself.</remarks>
internal abstract class RepositoryFiles
{
    /// <summary>No build asks for more; bounds the work for Dockerfiles that name thousands of folders.</summary>
    private const int MaxFolders = 10_000;

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, bool>?> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SourceText?>> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProjectFile?> _projects = new(StringComparer.Ordinal);

    /// <summary>The entries of a folder and whether each is a folder itself; null when the folder is missing or cannot be listed.</summary>
    public IReadOnlyDictionary<string, bool>? List(string folder)
    {
        if (_folders.TryGetValue(folder, out var known))
            return known;
        return _folders.Count >= MaxFolders ? null : _folders.GetOrAdd(folder, ListFolder);
    }

    /// <summary>What a path leads to. Names are compared as Linux does, for that is where images are built.</summary>
    public PathKind Find(string path)
    {
        if (path.Length == 0)
            return PathKind.Folder;
        var folder = "";
        for (var start = 0; ;)
        {
            if (List(folder) is not { } entries)
                return PathKind.Unknown;
            var end = path.IndexOf('/', start);
            var name = end < 0 ? path.Substring(start) : path.Substring(start, end - start);
            if (!entries.TryGetValue(name, out var isFolder))
                return PathKind.Missing;
            if (end < 0)
                return isFolder ? PathKind.Folder : PathKind.File;
            if (!isFolder)
                return PathKind.Missing;
            folder = path.Substring(0, end);
            start = end + 1;
        }
    }

    /// <summary>The text of a file; null when it is missing, too large or no text.</summary>
    public SourceText? Read(string path) =>
        Find(path) == PathKind.File ? _texts.GetOrAdd(path, wanted => new Lazy<SourceText?>(() => ReadText(wanted))).Value : null;

    /// <summary>The bytes of a file; null when it is missing, larger than <paramref name="maxBytes"/>, or a symbolic link leads out of the repository. Read anew each time.</summary>
    public byte[]? ReadBytes(string path, int maxBytes) => Find(path) == PathKind.File ? ReadContent(path, maxBytes) : null;

    /// <summary>A project or props file; null when it is missing or not well-formed.</summary>
    public ProjectFile? ReadProject(string path) =>
        _projects.GetOrAdd(path, wanted => Read(wanted) is { } text ? ProjectFile.Parse(text) : null);

    /// <summary>Whether the repository's ignore files hide a path from version control, so that its absence says nothing.</summary>
    public abstract bool IsIgnored(string path);

    protected abstract IReadOnlyDictionary<string, bool>? ListFolder(string folder);

    protected abstract SourceText? ReadText(string path);

    protected abstract byte[]? ReadContent(string path, int maxBytes);
}
