using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes;

/// <summary>A rule about objects that refer to each other, or about what is missing from all of them together.</summary>
internal abstract class ManifestSetRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : Rule(id, defaultSeverity, hardenedSeverity)
{
    internal sealed override RuleReach Reach => RuleReach.Repository;

    /// <summary>What the rule finds, in whichever files it lies. Must be near linear in the objects of the set: look up, do not pair.</summary>
    public abstract IEnumerable<Finding> Analyze(ManifestSet set);
}
