using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm;

/// <summary>A rule about what Helm does with the objects of one render. Its places are in the rendered text, for which the scan puts those of the templates, or in the chart's files.</summary>
internal abstract class ReleaseRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : Rule(id, defaultSeverity, hardenedSeverity)
{
    /// <summary>What the rule finds. Places in packed subcharts, which nobody can edit, are passed over by the scan.</summary>
    public abstract IEnumerable<Finding> Analyze(Release release);
}
