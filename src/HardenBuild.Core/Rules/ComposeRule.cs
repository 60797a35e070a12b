using HardenBuild.Model.Compose;

namespace HardenBuild.Rules;

/// <summary>A rule about a Compose project as a whole or the files it is made of.</summary>
internal abstract class ComposeRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    /// <summary>What the rule finds, in any order.</summary>
    /// <remarks>What is missing is a finding only where <see cref="ComposeProject.IsComplete"/> says that all was read.</remarks>
    public abstract IEnumerable<Finding> Analyze(ComposeProject project);

    /// <summary>The places that say something else but do not count.</summary>
    protected static IEnumerable<RelatedLocation> Overridden(Model.Compose.Tree.ComposeNode node) =>
        node.Overridden.Select(static place => new RelatedLocation(place, "Overrides the value here"));
}
