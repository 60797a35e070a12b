using System.Collections.Concurrent;
using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>All configuration files of a scan. Answers what they say about a path; safe for many threads.</summary>
/// <remarks>
/// As Roslyn's <c>AnalyzerConfigSet</c>: files from the outermost directory to the innermost, sections in order, the last setting wins, <c>root = true</c> forgets what
/// lies outside, global configurations come before all. One difference: <c>/app/.editorconfig</c> says nothing about <c>/apple/x</c>, which Roslyn 4.8 takes for its child.
/// </remarks>
internal sealed class EditorConfigSet
{
    private readonly Dictionary<string, ImmutableArray<PlacedFile>> _filesByDirectory;
    private readonly GlobalConfiguration _global;
    private readonly ConcurrentDictionary<string, ImmutableArray<PlacedFile>> _chains = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileConfiguration> _byPath = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileConfiguration> _byMatches = new(StringComparer.Ordinal);

    private EditorConfigSet(ImmutableArray<EditorConfigFile> files, Dictionary<string, ImmutableArray<PlacedFile>> filesByDirectory, GlobalConfiguration global)
    {
        Files = files;
        _filesByDirectory = filesByDirectory;
        _global = global;
    }

    /// <summary>No configuration at all.</summary>
    public static EditorConfigSet Empty => Create([]);

    /// <summary>Every parsed file, in the order given.</summary>
    public ImmutableArray<EditorConfigFile> Files { get; }

    /// <summary>Settings of global files that another global file of the same level has too: neither holds.</summary>
    public IReadOnlyList<(EditorConfigFile File, EditorConfigProperty Property)> GlobalConflicts => _global.Conflicts;

    /// <param name="files">Texts with the absolute, normalised directory they lie in; in any order. A file called <c>.globalconfig</c> is told by the text's path.</param>
    public static EditorConfigSet Create(IEnumerable<(string AbsoluteDirectory, SourceText Text)> files)
    {
        var parsed = ImmutableArray.CreateBuilder<EditorConfigFile>();
        var placed = new List<PlacedFile>();
        var sectionCount = 0;
        foreach (var (directory, text) in files)
        {
            var file = EditorConfigFile.Parse(text);
            parsed.Add(file);
            if (file.IsGlobal)
                continue;

            placed.Add(new PlacedFile(ConfigurationPath.Normalize(directory).TrimEnd('/'), file, sectionCount));
            sectionCount += file.Sections.Length;
        }

        var byDirectory = placed.GroupBy(file => file.Directory, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        return new EditorConfigSet(parsed.ToImmutable(), byDirectory, GlobalConfiguration.Merge(parsed.Where(file => file.IsGlobal)));
    }

    /// <param name="absolutePath">With either kind of slash, without <c>.</c> and <c>..</c>.</param>
    public FileConfiguration At(string absolutePath) => _byPath.TryGetValue(absolutePath, out var known)
        ? known
        : _byPath.GetOrAdd(absolutePath, Resolve(ConfigurationPath.Normalize(absolutePath)));

    private FileConfiguration Resolve(string path)
    {
        var chain = Chain(ConfigurationPath.Parent(path) ?? "");
        var matches = new List<EditorConfigSection>();
        var signature = new List<char>();
        foreach (var file in chain)
        {
            var relativePath = path.Substring(file.Directory.Length);
            for (var i = 0; i < file.Globs.Length; i++)
            {
                if (file.Globs[i]?.IsMatch(relativePath) != true)
                    continue;

                matches.Add(file.File.Sections[i]);
                signature.Add((char)(file.FirstSection + i));
                signature.Add((char)((file.FirstSection + i) >> 16));
            }
        }

        if (_global.HasSection(path))
            return Merge(matches, _global.Section(path));

        var key = new string([.. signature]);
        return _byMatches.TryGetValue(key, out var known) ? known : _byMatches.GetOrAdd(key, Merge(matches, []));
    }

    private FileConfiguration Merge(List<EditorConfigSection> matches, ImmutableArray<EditorConfigProperty> globalSection) =>
        new(_global.Everywhere, [globalSection, .. matches.Select(section => section.Properties)]);

    /// <summary>The files that can say something about what lies in a directory, the outermost first.</summary>
    private ImmutableArray<PlacedFile> Chain(string directory)
    {
        if (_chains.TryGetValue(directory, out var known))
            return known;

        var own = _filesByDirectory.TryGetValue(directory, out var files) ? files : [];
        var parent = ConfigurationPath.Parent(directory);
        var outer = parent is null ? [] : Chain(parent);
        foreach (var file in own)
            outer = file.File.IsRoot ? [file] : outer.Add(file);

        return _chains.GetOrAdd(directory, outer);
    }

    /// <summary>A file and its compiled globs. Sections are numbered across the set, so that a list of matches is a cheap key.</summary>
    private sealed class PlacedFile(string directory, EditorConfigFile file, int firstSection)
    {
        public string Directory { get; } = directory;

        public EditorConfigFile File { get; } = file;

        public int FirstSection { get; } = firstSection;

        public SectionGlob?[] Globs { get; } = [.. file.Sections.Select(section => SectionGlob.TryCreate(section.Name))];
    }
}
