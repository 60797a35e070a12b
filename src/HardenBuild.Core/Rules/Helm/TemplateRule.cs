using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rules.Helm;

/// <summary>A rule about the templates of a chart as they are written, one file at a time, the branches that do not run among them.</summary>
internal abstract class TemplateRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : ChartRule(id, defaultSeverity, hardenedSeverity)
{
    public sealed override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var template in chart.Templates)
        {
            foreach (var finding in Analyze(template, chart))
                yield return finding;
        }
    }

    protected abstract IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart);
}
