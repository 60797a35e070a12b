using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Scanning.Live;

/// <summary>What a walk through the repository would know of a file's folders, told by the files that are given.</summary>
/// <param name="root">The repository root, without a trailing separator.</param>
internal sealed class LiveFolders(string root)
{
    private readonly Dictionary<string, string> _ignoreFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _charts = new(StringComparer.Ordinal);

    /// <summary>Notes a <c>.gitignore</c> or <c>Chart.yaml</c> below the root.</summary>
    public void Add(LiveText file)
    {
        if (RelativePath.Below(root, file.Path) is not { Length: > 0 } path)
            return;
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path.Substring(0, slash);
        switch (path.Substring(slash + 1))
        {
            case LiveNames.GitIgnore:
                _ignoreFiles[folder] = file.Text;
                break;
            case ChartPlaces.FileName:
                _charts.Add(folder);
                break;
        }
    }

    /// <summary>The place in a chart of a file's folder; null for a file that a walk would not meet.</summary>
    /// <param name="path">From the root, with forward slashes.</param>
    public ChartPlace? PlaceOf(string path)
    {
        var place = ChartPlaces.Enter(ChartPlace.Outside, "", _charts.Contains(""));
        var ignore = Extend(null, "");
        for (var start = 0; ;)
        {
            var end = path.IndexOf('/', start);
            if (end < 0)
                return ignore?.Ignores(path, isFolder: false) == true ? null : place;
            var folder = path.Substring(0, end);
            var name = path.Substring(start, end - start);
            if (SkippedFolders.Contains(name) || ignore?.Ignores(folder, isFolder: true) == true)
                return null;
            place = ChartPlaces.Enter(place, name, _charts.Contains(folder));
            ignore = Extend(ignore, folder);
            start = end + 1;
        }
    }

    private IgnoreScope? Extend(IgnoreScope? outer, string folder) =>
        _ignoreFiles.TryGetValue(folder, out var text) ? IgnoreScope.Add(outer, folder, text, Platform.IsWindows) : outer;
}
