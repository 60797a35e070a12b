using HardenBuild.Model.Compose;

namespace HardenBuild.Rules;

/// <summary>A rule about a Compose project as a whole or the files it is made of.</summary>
internal abstract class ComposeRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    /// <summary>What the rule finds, in any order.</summary>
    /// <remarks>What is missing is a finding only where <see cref="ComposeProject.IsComplete"/> says that all was read.</remarks>
    public abstract IEnumerable<Finding> Analyze(ComposeProject project);
}
