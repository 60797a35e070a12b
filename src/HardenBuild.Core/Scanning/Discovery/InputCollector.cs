using System.Collections.Immutable;

namespace HardenBuild.Scanning.Discovery;

/// <summary>Gathers what walks find: each file once, in the end sorted.</summary>
internal sealed class InputCollector(PathGlobs include, PathGlobs exclude)
{
    private readonly Dictionary<string, InputFile> _files = new(Platform.PathComparer);
    private readonly SortedSet<string> _editorConfigs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _globalConfigs = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _peerConfigurations = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _environmentFiles = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _projects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _unreadable = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    /// <summary>Adds a file met on a walk, if it is something to scan.</summary>
    public void Add(WalkBase @base, string relative, string name, NameHint hint, ChartPlace place)
    {
        var fullPath = @base.Full(relative);
        switch (hint)
        {
            case NameHint.EditorConfig or NameHint.GlobalConfig or NameHint.PeerConfiguration:
                AddConfiguration(fullPath, hint);
                return;
            case NameHint.EnvironmentFile:
                AddEnvironmentFile(fullPath);
                return;
            case NameHint.Project:
                _projects.Add(fullPath);
                break;
        }

        var reported = @base.Reported(relative);
        if (_files.ContainsKey(reported) || !IsWanted(reported))
            return;
        if (FileClassifier.Classify(fullPath, reported, name, hint, place, ContentSample.Read) is { } format)
            _files.Add(reported, new InputFile(fullPath, reported, format));
    }

    /// <summary>Adds a file that the user named, over what a walk said of it.</summary>
    public void AddNamed(InputFile file) => _files[file.RelativePath] = file with { IsNamed = true };

    public void AddConfiguration(string fullPath, NameHint hint) => (hint switch
    {
        NameHint.EditorConfig => _editorConfigs,
        NameHint.GlobalConfig => _globalConfigs,
        _ => _peerConfigurations,
    }).Add(fullPath);

    public void AddEnvironmentFile(string fullPath) => _environmentFiles.Add(fullPath);

    public void AddUnreadable(string relative, string reason) => _unreadable[relative] = reason;

    /// <summary>Notes a link that cannot be followed, if its name alone says that it should have been scanned.</summary>
    public void AddBrokenLink(string reported, NameHint hint, string reason)
    {
        if (hint is NameHint.Dockerfile or NameHint.Compose && IsWanted(reported))
            AddUnreadable(reported, reason);
    }

    public void AddError(string message) => _errors.Add(message);

    public DiscoveredInputs ToInputs(string root)
    {
        var files = ImmutableArray.CreateBuilder<InputFile>(_files.Count);
        files.AddRange(_files.Values);
        files.Sort(static (a, b) => string.CompareOrdinal(a.RelativePath, b.RelativePath));
        return new DiscoveredInputs
        {
            Root = root,
            Files = files.MoveToImmutable(),
            EditorConfigs = [.. _editorConfigs],
            GlobalConfigs = [.. _globalConfigs],
            PeerConfigurations = [.. _peerConfigurations],
            EnvironmentFiles = [.. _environmentFiles],
            Projects = [.. _projects],
            UnreadablePaths = [.. _unreadable.Select(pair => new UnreadablePath(pair.Key, pair.Value))],
            PathErrors = [.. _errors],
        };
    }

    private bool IsWanted(string reported) => (include.IsEmpty || include.Match(reported)) && !exclude.Match(reported);
}
