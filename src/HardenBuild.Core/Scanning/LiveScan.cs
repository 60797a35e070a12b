using System.Collections.Immutable;
using System.Text;
using HardenBuild.Configuration;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The scan of files while they are edited: every text comes from the caller, the disk is never read. Safe for many threads.</summary>
/// <remarks>Same rules, suppressions and severities as <see cref="Scanner"/>; only what needs a second file, or the whole repository, is missing.</remarks>
public sealed class LiveScan
{
    private readonly string _root;
    private readonly TextScan _scan;

    private LiveScan(string root, TextScan scan)
    {
        _root = root;
        _scan = scan;
    }

    /// <summary>The rules that may report, sorted by id.</summary>
    public static ImmutableArray<Rule> Rules { get; } =
        [.. RuleCatalog.Tool.Concat<Rule>(LiveFamily.All.SelectMany(static family => family.Rules)).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Whether a file's name is that of an <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
    public static bool IsConfiguration(string path) => Hint(path) is NameHint.EditorConfig or NameHint.GlobalConfig;

    /// <summary>Whether a file's name is that of an input; the text may still decide otherwise.</summary>
    public static bool MayBeInput(string path) => FamilyOf(Hint(path)) is not null;

    /// <param name="root">Absolute path of the repository root, or of the nearest folder that is known; paths below it are reported relative to it.</param>
    /// <param name="configuration">Absolute paths and texts of the <c>.editorconfig</c> and <c>.globalconfig</c> files, in any order.</param>
    /// <param name="cluster">What the project says about its clusters; null for nothing.</param>
    /// <param name="level">The state of the rule set that the project asks for; null for <c>latest</c>.</param>
    public static LiveScan Create(string root, RuleMode mode, IEnumerable<(string Path, string Text)> configuration, ClusterTarget? cluster = null, RuleLevel? level = null)
    {
        var files = configuration.Select(static file => (Path.GetDirectoryName(file.Path) ?? "", SourceText.From(file.Path, file.Text)));
        var rules = new RuleSelection(new SeverityResolver(EditorConfigSet.Create(files), mode, root, level: level), diagnostics: []) { Cluster = cluster ?? ClusterTarget.Unspecified };
        return new LiveScan(RelativePath.WithoutTrailingSeparator(root), new TextScan(rules, useSuppressions: true));
    }

    /// <summary>What is to be said about a file, sorted; suppressed findings are included. Empty for a file that is no input.</summary>
    /// <param name="path">Absolute.</param>
    public IReadOnlyList<ReportedFinding> Run(string path, string text, CancellationToken cancellation)
    {
        var hint = Hint(path);
        if (FamilyOf(hint) is not { } family || (hint == family.Perhaps && !family.Accepts(Encoding.UTF8.GetBytes(text))))
            return [];

        // A path elsewhere stays absolute: configuration is looked up by where the file really is.
        var source = SourceText.From(RelativePath.Below(_root, path) ?? path, text);
        return _scan.Run([new InputText(source, family.Format)], cancellation);
    }

    private static NameHint Hint(string path) => InputNames.Classify(Path.GetFileName(path));

    private static LiveFamily? FamilyOf(NameHint hint)
    {
        foreach (var family in LiveFamily.All)
        {
            if (hint == family.Sure || hint == family.Perhaps)
                return family;
        }

        return null;
    }
}
