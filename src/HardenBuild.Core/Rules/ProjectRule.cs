using HardenBuild.Model.DotNet;

namespace HardenBuild.Rules;

/// <summary>A rule about what a .NET project says about containers. Findings are in the project file.</summary>
internal abstract class ProjectRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity)
    : Rule(id, defaultSeverity, hardenedSeverity)
{
    internal sealed override RuleReach Reach => RuleReach.Repository;

    /// <summary>What the rule finds, in any order.</summary>
    public abstract IEnumerable<Finding> Analyze(DotNetProject project);
}
