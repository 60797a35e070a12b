using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Scanning;

/// <summary>Which rules run on which file, and how loudly they report. Safe for many threads.</summary>
/// <param name="diagnostics">Ids or names of the rules to run; empty means all.</param>
internal sealed class RuleSelection(SeverityResolver resolver, ImmutableArray<string> diagnostics)
{
    public SeverityResolver Resolver { get; } = resolver;

    public ImmutableArray<string> Diagnostics { get; } = diagnostics;

    public ClusterTarget Cluster { get; init; } = ClusterTarget.Unspecified;

    /// <summary>Whether the rules that need more than the given files stay silent.</summary>
    public bool IsLive { get; init; }

    /// <summary>The choice for one file; look it up once and ask it about many rules.</summary>
    public FileSelection For(string path) => new(this, Resolver.At(path));

    private bool Names(Rule rule)
    {
        if (IsLive && rule.Reach != RuleReach.File)
            return false;
        if (Diagnostics.IsEmpty || rule.Category == RuleCategory.Tool)
            return true;
        foreach (var id in Diagnostics)
        {
            if (string.Equals(id, rule.Id, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The choice for one file.</summary>
    internal readonly struct FileSelection(RuleSelection selection, FileConfiguration configuration)
    {
        /// <summary>The options of rules for the file.</summary>
        public RuleOptions Options => new(configuration.Values, selection.Cluster);

        public RuleMode Mode => selection.Resolver.Mode;

        public bool Runs(Rule rule) => SeverityOf(rule) != RuleSeverity.None;

        /// <summary>The severity of a finding: where nobody configured its rule, what the circumstances deserve.</summary>
        public RuleSeverity SeverityOf(Finding finding)
        {
            var severity = SeverityOf(finding.Rule);
            return severity > finding.AtMost && !IsConfigured(finding.Rule) ? finding.AtMost : severity;
        }

        /// <summary>Whether someone chose the rule's severity, for the rule alone or for several at once.</summary>
        public bool IsConfigured(Rule rule) => selection.Resolver.IsConfigured(configuration, rule);

        /// <summary>Whether someone chose the severity of this very rule.</summary>
        public bool IsChosen(Rule rule) => selection.Resolver.IsChosen(configuration, rule);

        public RuleSeverity SeverityOf(Rule rule) => selection.Names(rule)
            ? selection.Resolver.GetSeverity(configuration, rule)
            : RuleSeverity.None;
    }
}
