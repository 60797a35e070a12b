using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Lists the files of a chart's folder, those of its subcharts included.</summary>
internal sealed class ChartFolder
{
    private readonly RepositoryFiles _files;
    private readonly string _folder;
    private readonly List<ChartFile> _read = [];
    private int _folders;
    private HelmIgnore _ignore = HelmIgnore.Parse("");

    private ChartFolder(RepositoryFiles files, string folder)
    {
        _files = files;
        _folder = folder;
    }

    /// <summary>The files that <c>.helmignore</c> leaves, in ordinal order within each folder.</summary>
    /// <param name="folder">Relative to the repository root.</param>
    /// <exception cref="InvalidDataException">The folder holds too much or cannot be listed, or its <c>.helmignore</c> is malformed.</exception>
    public static List<ChartFile> Read(RepositoryFiles files, string folder)
    {
        var reader = new ChartFolder(files, folder);
        reader.ReadIgnoreFile();
        reader.ReadFolder("", depth: 0);
        return reader._read;
    }

    private void ReadIgnoreFile()
    {
        if (_files.Find(Path(HelmIgnore.FileName)) != PathKind.File)
            return;
        try
        {
            _ignore = HelmIgnore.Parse(File(HelmIgnore.FileName).Source.Content);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(e.Message);
        }
    }

    private void ReadFolder(string name, int depth)
    {
        if (depth > ChartLimits.FolderDepth)
            throw new InvalidDataException($"the chart has more than {ChartLimits.FolderDepth} folders inside each other at '{name}'; a symbolic link may lead into a loop");
        if (++_folders > ChartLimits.Folders)
            throw new InvalidDataException($"the chart has more than {ChartLimits.Folders} folders");
        if (_files.List(Path(name)) is not { } entries)
            throw new InvalidDataException($"the folder '{Path(name)}' cannot be listed, or a symbolic link leads out of the repository");
        var names = entries.Keys.ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        foreach (var entry in names)
        {
            var path = name.Length == 0 ? entry : name + "/" + entry;
            var isFolder = entries[entry];
            if (_ignore.Ignores(path, isFolder))
                continue;
            if (isFolder)
                ReadFolder(path, depth + 1);
            else
                Add(File(path));
        }
    }

    private void Add(ChartFile file)
    {
        if (_read.Count == ChartLimits.Files)
            throw new InvalidDataException($"the chart has more than {ChartLimits.Files} files");
        _read.Add(file);
    }

    private ChartFile File(string name) => new(name, Path(name), _files);

    private string Path(string name) => (_folder, name) switch
    {
        ("", _) => name,
        (_, "") => _folder,
        _ => _folder + "/" + name,
    };
}
