using HardenBuild.Configuration.Levels;
using HardenBuild.Configuration.Peers;
using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>The severity and the options of a rule in a file: the one answer for build, tool and analyzer. Safe for many threads.</summary>
/// <remarks>
/// Order: the caller's own list (command line, MSBuild), the id in <c>.editorconfig</c>, the id in <c>.globalconfig</c>, the category, all rules, the configuration files of other tools, the mode at the level.
/// As in Roslyn (checked with a probe analyzer), the category and all rules say nothing about a rule that is off in the mode, the id switches it on,
/// and <c>default</c> for the id ends the search: the rule has what the mode gives it. A rule that is off in the mode stays off with <c>default</c>.
/// Rules about the scan itself (HB0xxx) have their default severity in every mode: a file that could not be read must not look clean.
/// </remarks>
internal sealed class SeverityResolver
{
    private readonly string _root;
    private readonly RuleMode _mode;
    private readonly RuleLevel _level;
    private readonly PeerConfiguration? _peers;
    private readonly Dictionary<string, RuleSeverity> _overrides = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="root">Absolute path of the repository root.</param>
    /// <param name="overrides">Severities by rule id that nothing else changes; of an id that appears twice, the last.</param>
    /// <param name="peers">Configuration files of other tools; null where there are none.</param>
    /// <param name="level">The rules that there are and what they are by themselves; null means <c>latest</c>.</param>
    public SeverityResolver(
        EditorConfigSet configuration,
        RuleMode mode,
        string root,
        IEnumerable<KeyValuePair<string, RuleSeverity>>? overrides = null,
        PeerConfiguration? peers = null,
        RuleLevel? level = null)
    {
        _level = level ?? RuleLevel.Latest;
        _peers = peers;
        Configuration = configuration;
        _mode = mode;
        _root = root;
        foreach (var pair in overrides ?? [])
            _overrides[pair.Key] = pair.Value;
    }

    public EditorConfigSet Configuration { get; }

    /// <summary>What holds where nothing is configured.</summary>
    public RuleMode Mode => _mode;

    /// <param name="path">Absolute, or relative to the root.</param>
    public RuleSeverity GetSeverity(string path, Rule rule) => GetSeverity(At(path), rule);

    /// <summary>The severity in a file whose configuration has been looked up: for many rules on one file.</summary>
    public RuleSeverity GetSeverity(FileConfiguration file, Rule rule)
    {
        if (_overrides.TryGetValue(rule.Id, out var chosen))
            return chosen;

        var ofMode = OfMode(rule);
        if (file.TryGetSeverity(rule.Id, out var severity))
            return severity ?? ofMode;

        if (ofMode != RuleSeverity.None && file.TryGetBulkSeverity(rule.Category, out severity))
            return severity ?? ofMode;

        return _mode != RuleMode.None && file.TryGetPeerSeverity(rule.Id, out var ofPeer) ? ofPeer : ofMode;
    }

    /// <summary>Whether someone chose the severity, for the rule alone or for several at once.</summary>
    public bool IsConfigured(FileConfiguration file, Rule rule) =>
        IsChosen(file, rule) || (!file.TryGetSeverity(rule.Id, out _) && file.TryGetBulkSeverity(rule.Category, out var severity) && severity is not null);

    /// <summary>Whether someone chose the severity of this very rule.</summary>
    public bool IsChosen(FileConfiguration file, Rule rule) =>
        _overrides.ContainsKey(rule.Id)
        || file.TryGetPeerSeverity(rule.Id, out _)
        || (file.TryGetSeverity(rule.Id, out var severity) && severity is not null);

    /// <summary>An option of a rule: <c>hardenbuild.hb1001.NAME</c>, else <c>hardenbuild.NAME</c>.</summary>
    /// <param name="path">Absolute, or relative to the root.</param>
    /// <param name="name">In lower case.</param>
    /// <returns>Null where nobody sets it.</returns>
    public string? GetOption(string path, Rule rule, string name)
    {
        var file = At(path);
        return file.GetValue(ConfigurationKeys.OptionPrefix + rule.Id.ToLowerInvariant() + "." + name)
            ?? file.GetValue(ConfigurationKeys.OptionPrefix + name);
    }

    /// <param name="path">Absolute, or relative to the root.</param>
    public FileConfiguration At(string path)
    {
        var full = ConfigurationPath.Combine(_root, path);
        var file = Configuration.At(full);
        return _peers is null ? file : _peers.Below(file, full);
    }

    private RuleSeverity OfMode(Rule rule) => (_mode, rule.Category) switch
    {
        (_, RuleCategory.Tool) => rule.DefaultSeverity,
        (RuleMode.None, _) => RuleSeverity.None,
        (RuleMode.Default, _) => _level.DefaultSeverityOf(rule),
        (RuleMode.Hardened, _) => _level.HardenedSeverityOf(rule),
        _ => _level.Has(rule) ? LoudestOrSuggestion(_level.DefaultSeverityOf(rule), _level.HardenedSeverityOf(rule)) : RuleSeverity.None,
    };

    private static RuleSeverity LoudestOrSuggestion(RuleSeverity one, RuleSeverity other)
    {
        var severity = one > other ? one : other;
        return severity == RuleSeverity.None ? RuleSeverity.Suggestion : severity;
    }
}
