using HardenBuild.Model.Helm;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rules.Helm;

/// <summary>A rule about the chart's own templates as they are written, which compares them with the chart's values. Templates of subcharts see other values under the same names.</summary>
internal abstract class OwnTemplateRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : ChartRule(id, defaultSeverity, hardenedSeverity)
{
    public sealed override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var template in chart.OwnTemplates)
        {
            foreach (var finding in Analyze(template, chart))
                yield return finding;
        }
    }

    protected abstract IEnumerable<Finding> Analyze(GoTemplateFile template, ChartModel chart);
}
