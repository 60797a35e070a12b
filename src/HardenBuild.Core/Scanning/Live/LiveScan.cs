using System.Collections.Immutable;
using System.Text;
using HardenBuild.Configuration;
using HardenBuild.Configuration.Baselines;
using HardenBuild.Configuration.Peers;
using HardenBuild.Rules;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Live;

/// <summary>The scan of files while they are edited: every text comes from the caller, the disk is never read. Safe for many threads.</summary>
/// <remarks>Same rules, suppressions and severities as <see cref="Scanner"/>; only what needs other files of the repository is missing.</remarks>
public sealed class LiveScan
{
    // A text of generated length would make the editor wait; the build reads it.
    private const int MaxLength = 1 << 20;

    private readonly string _root;
    private readonly TextScan _scan;
    private readonly LiveFolders _folders;
    private readonly PathGlobs _exclude;
    private readonly Dictionary<string, SourceText> _variables;
    private readonly Baseline? _baseline;

    private LiveScan(string root, TextScan scan, LiveFolders folders, PathGlobs exclude, Dictionary<string, SourceText> variables, Baseline? baseline)
    {
        _root = root;
        _scan = scan;
        _folders = folders;
        _exclude = exclude;
        _variables = variables;
        _baseline = baseline;
    }

    /// <summary>The rules that may report, sorted by id: those that one file decides.</summary>
    public static ImmutableArray<Rule> Rules { get; } = [.. RuleCatalog.All.Where(static rule => rule.Reach == RuleReach.File)];

    /// <param name="deciding">The files that decide about others (<see cref="LiveNames.DecidesAboutOthers"/>) and the baseline, in any order.</param>
    public static LiveScan Create(LiveOptions options, IReadOnlyCollection<LiveText> deciding)
    {
        var root = RelativePath.WithoutTrailingSeparator(options.Root);
        var peers = Placed(deciding, NameHint.PeerConfiguration).ToList();
        var resolver = new SeverityResolver(
            EditorConfigSet.Create(Placed(deciding, NameHint.GlobalConfig).Concat(Placed(deciding, NameHint.EditorConfig))),
            options.Mode,
            root,
            peers: peers.Count == 0 ? null : PeerConfiguration.Create(peers, new RuleIndex(RuleCatalog.All), LevelDate.Latest),
            level: options.Level);
        var rules = new RuleSelection(resolver, options.Diagnostics) { Cluster = options.Cluster, IsLive = true };
        var folders = new LiveFolders(root);
        foreach (var file in deciding)
            folders.Add(file);
        return new LiveScan(root, new TextScan(rules, useSuppressions: true), folders, PathGlobs.Parse(options.Exclude), Variables(deciding, folders, root), FindBaseline(options, root, deciding));
    }

    /// <summary>What a file is; null for one that a scan of the repository would leave out, and for charts, of which no file stands for itself.</summary>
    public InputFormat? FormatOf(LiveText file)
    {
        if (file.Text.Length > MaxLength || !LiveNames.MayBeInput(file.Path))
            return null;
        var place = ChartPlace.Outside;
        var path = RelativePath.Below(_root, file.Path);
        if (path is not null)
        {
            if (_exclude.Match(path) || _folders.PlaceOf(path) is not { } known)
                return null;
            place = known;
        }

        var name = Path.GetFileName(file.Path);
        var format = FileClassifier.Classify(file.Path, path ?? file.Path, name, InputNames.Classify(name), place, _ => Encoding.UTF8.GetBytes(file.Text.TrimStart('\uFEFF')));
        return format is InputFormat.HelmChart or InputFormat.HelmTemplate or InputFormat.Project ? null : format;
    }

    /// <summary>What is to be said about files, sorted; suppressed findings are included.</summary>
    /// <param name="files">One file, or the Compose files that may be merged.</param>
    public IReadOnlyList<ReportedFinding> Run(InputFormat format, IEnumerable<LiveText> files, CancellationToken cancellation)
    {
        List<InputText> inputs = [.. files.Select(file => new InputText(SourceText.From(PathOf(file.Path), file.Text), format) { Variables = VariablesOf(format, file.Path) })];
        var reported = _scan.Run(inputs, cancellation);
        if (_baseline is not null)
            BaselineFilter.Mark(_baseline, reported);
        return reported;
    }

    /// <summary>The path under which a file is reported: from the root, or absolute for a file elsewhere, whose configuration is looked up by where it really is.</summary>
    public string PathOf(string path) => RelativePath.Below(_root, path) ?? path;

    private SourceText? VariablesOf(InputFormat format, string path) =>
        format == InputFormat.Compose && _variables.TryGetValue(Path.GetDirectoryName(path) ?? "", out var text) ? text : null;

    private static IEnumerable<(string Folder, SourceText Text)> Placed(IEnumerable<LiveText> files, NameHint hint) => files
        .Where(file => InputNames.Classify(Path.GetFileName(file.Path)) == hint)
        .Select(static file => (Path.GetDirectoryName(file.Path) ?? "", SourceText.From(file.Path, file.Text)));

    private static Dictionary<string, SourceText> Variables(IEnumerable<LiveText> files, LiveFolders folders, string root)
    {
        var variables = new Dictionary<string, SourceText>(Platform.PathComparer);
        foreach (var (folder, text) in Placed(files, NameHint.EnvironmentFile))
        {
            // One that version control ignores belongs to one machine: the build does not read it either.
            if (RelativePath.Below(root, text.Path) is not { } path || folders.PlaceOf(path) is not null)
                variables[folder] = text;
        }

        return variables;
    }

    private static Baseline? FindBaseline(LiveOptions options, string root, IEnumerable<LiveText> files)
    {
        var path = options.Baseline ?? Path.Combine(root, Baseline.FileName);
        foreach (var file in files)
        {
            if (file.Path.Equals(path, Platform.PathComparison))
                return Baseline.Parse(SourceText.From(file.Path, file.Text));
        }

        return null;
    }
}
