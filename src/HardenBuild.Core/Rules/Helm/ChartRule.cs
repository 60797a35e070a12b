using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm;

/// <summary>A rule about a Helm chart itself: its templates, values and metadata. What the chart renders is judged by the rules for Kubernetes.</summary>
internal abstract class ChartRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : Rule(id, defaultSeverity, hardenedSeverity)
{
    internal sealed override RuleReach Reach => RuleReach.Repository;

    /// <summary>What the rule finds, at places in the chart's own files. Places in packed subcharts, which nobody can edit, are passed over by the scan.</summary>
    public abstract IEnumerable<Finding> Analyze(ChartModel chart);
}
