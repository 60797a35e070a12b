using HardenBuild.Rules;

namespace HardenBuild.Configuration.Levels;

/// <summary>A state of the rule set that a repository asks for, so that an upgrade of the product alone does not turn a green build red.</summary>
/// <remarks>
/// <c>latest</c> (the default) has every rule of this version; rules that are new in it are suggestions at most.
/// <c>preview</c> gives those their own severity at once. A numbered level has the rules of that version with the severities of that version, and no others.
/// Rules about the scan itself (HB0xxx) are not part of any level.
/// </remarks>
public sealed class RuleLevel
{
    private readonly FrozenRules? _frozen;
    private readonly RuleSeverity _mostOfNew;

    private RuleLevel(string name, FrozenRules? frozen, RuleSeverity mostOfNew)
    {
        Name = name;
        _frozen = frozen;
        _mostOfNew = mostOfNew;
    }

    public static RuleLevel Latest { get; } = new("latest", null, RuleSeverity.Suggestion);

    public static RuleLevel Preview { get; } = new("preview", null, RuleSeverity.Error);

    /// <summary>The names of all levels, for messages.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FrozenRules.Versions, Latest.Name, Preview.Name];

    public string Name { get; }

    /// <summary>The level of a name, in any letter case; <c>latest</c> for an empty one, null for one that does not exist.</summary>
    public static RuleLevel? Parse(string? name)
    {
        if (string.IsNullOrEmpty(name) || string.Equals(name, Latest.Name, StringComparison.OrdinalIgnoreCase))
            return Latest;
        if (string.Equals(name, Preview.Name, StringComparison.OrdinalIgnoreCase))
            return Preview;
        return FrozenRules.Find(name!) is { } frozen ? new RuleLevel(frozen.Version, frozen, RuleSeverity.None) : null;
    }

    public override string ToString() => Name;

    internal RuleSeverity DefaultSeverityOf(Rule rule) => _frozen is null ? Cap(rule, rule.DefaultSeverity) : _frozen.SeveritiesOf(rule.Id).Default;

    internal RuleSeverity HardenedSeverityOf(Rule rule) => _frozen is null ? Cap(rule, rule.HardenedSeverity) : _frozen.SeveritiesOf(rule.Id).Hardened;

    /// <summary>Whether the level has the rule, be it off in every mode but <c>all</c>.</summary>
    internal bool Has(Rule rule) => _frozen is null || _frozen.Has(rule.Id);

    private RuleSeverity Cap(Rule rule, RuleSeverity severity) =>
        severity > _mostOfNew && NewRules.Contains(rule.Id) ? _mostOfNew : severity;
}
