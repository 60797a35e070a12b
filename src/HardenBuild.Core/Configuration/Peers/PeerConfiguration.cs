using System.Collections.Concurrent;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary>The configuration files of other tools in a repository. What they say stands below <c>.editorconfig</c>. Safe for many threads.</summary>
/// <remarks>For a file the nearest folder above it with a configuration of a tool counts, alone, as if the tool had been started there.</remarks>
internal sealed class PeerConfiguration
{
    private readonly Dictionary<string, List<PeerFile>> _byDirectory = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileConfiguration> _byPath = new(StringComparer.Ordinal);

    private PeerConfiguration()
    {
    }

    /// <summary>The folder of each file and what it says, in the order given.</summary>
    public List<(string Directory, PeerFile File)> Files { get; } = [];

    /// <param name="files">Texts with the absolute directory they lie in.</param>
    /// <param name="dataDate">The day that entries with an end are measured against.</param>
    public static PeerConfiguration Create(IEnumerable<(string AbsoluteDirectory, SourceText Text)> files, RuleIndex rules, DateTime dataDate)
    {
        var result = new PeerConfiguration();
        foreach (var (absolute, text) in files)
        {
            var directory = ConfigurationPath.Normalize(absolute).TrimEnd('/');
            if (!result._byDirectory.TryGetValue(directory, out var there))
                result._byDirectory.Add(directory, there = []);
            var file = Read(text, rules, dataDate);
            // Of .hadolint.yaml and .hadolint.yml hadolint reads the first; Trivy's two lists add up.
            if (file.Peer == "hadolint" && there.Exists(static known => known.Peer == "hadolint"))
                continue;

            there.Add(file);
            result.Files.Add((directory, file));
        }

        return result;
    }

    /// <summary>What <c>.editorconfig</c> and the other tools' files together say about a file.</summary>
    /// <param name="path">Absolute.</param>
    public FileConfiguration Below(FileConfiguration configuration, string path) =>
        _byPath.TryGetValue(path, out var known) ? known : _byPath.GetOrAdd(path, Merge(configuration, path));

    private static PeerFile Read(SourceText text, RuleIndex rules, DateTime dataDate)
    {
        var name = text.Path.Substring(text.Path.LastIndexOfAny(['/', '\\']) + 1);
        return name switch
        {
            _ when name.StartsWith(".hadolint", StringComparison.OrdinalIgnoreCase) => new HadolintConfiguration(text, rules.Aliases).Read(),
            _ when name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) => new TrivyIgnoreFile(text, rules, dataDate).ReadYaml(),
            _ => new TrivyIgnoreFile(text, rules, dataDate).ReadList(),
        };
    }

    private FileConfiguration Merge(FileConfiguration configuration, string path)
    {
        var severities = new Dictionary<string, RuleSeverity>(StringComparer.OrdinalIgnoreCase);
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (directory, file) in For(path))
        {
            var relative = path.Substring(directory.Length);
            foreach (var severity in file.Severities)
            {
                // A rule that one of the tools was told to leave out is left out.
                if (severity.IsFor(relative) && (file.Peer == "hadolint" || severity.Severity == RuleSeverity.None))
                    severities[severity.Rule.Id] = severity.Severity;
            }

            foreach (var option in file.Options)
                options[option.Key] = option.Value;
        }

        return severities.Count + options.Count == 0 ? configuration : configuration.Above(severities, options);
    }

    /// <summary>The nearest files of each tool.</summary>
    private List<(string Directory, PeerFile File)> For(string path)
    {
        var result = new List<(string Directory, PeerFile File)>();
        for (var directory = ConfigurationPath.Parent(path); directory is not null; directory = ConfigurationPath.Parent(directory))
        {
            if (!_byDirectory.TryGetValue(directory, out var files))
                continue;

            var known = result.Count;
            result.AddRange(files.Where(file => !result.Take(known).Any(other => other.File.Peer == file.Peer)).Select(file => (directory, file)).ToList());
        }

        // hadolint's files first: Trivy's lists only take away.
        return [.. result.OrderBy(static entry => entry.File.Peer, StringComparer.Ordinal)];
    }
}
