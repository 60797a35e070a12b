using HardenBuild.Configuration;
using HardenBuild.Model.Helm;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>Applies the comments in a chart's own files to what is reported there.</summary>
internal sealed class ChartSuppressions(RuleSelection rules, RuleIndex index, bool useSuppressions)
{
    /// <summary>The findings, with those silenced that a comment covers, and what is to be said about the comments.</summary>
    public List<ReportedFinding> Apply(ChartModel chart, List<ReportedFinding> findings)
    {
        if (!useSuppressions)
            return findings;
        var bySource = new Dictionary<SourceText, List<ReportedFinding>>();
        foreach (var finding in findings)
        {
            if (!bySource.TryGetValue(finding.Finding.Location.Source, out var ofSource))
                bySource.Add(finding.Finding.Location.Source, ofSource = []);
            ofSource.Add(finding);
        }

        var result = new List<ReportedFinding>(findings.Count);
        foreach (var (source, comments) in Files(chart))
        {
            bySource.TryGetValue(source, out var ofSource);
            bySource.Remove(source);
            Apply(source, comments, ofSource ?? [], result);
        }

        foreach (var rest in bySource.Values)
            result.AddRange(rest);
        return result;
    }

    private static IEnumerable<(SourceText Source, ChartComments Comments)> Files(ChartModel chart)
    {
        foreach (var template in chart.Chart.Parsed.Files)
        {
            if (OriginLocator.IsEditable(template.Source) && ChartComments.Of(template) is { All.Count: > 0 } comments)
                yield return (template.Source, comments);
        }

        foreach (var source in chart.YamlSources())
        {
            if (ChartComments.Of(source) is { All.Count: > 0 } comments)
                yield return (source, comments);
        }
    }

    private void Apply(SourceText source, ChartComments comments, List<ReportedFinding> findings, List<ReportedFinding> result)
    {
        var policy = SuppressionPolicy.For(rules, source.Path, index, LevelDate.Latest);
        var suppressions = Suppressions.Parse(source, comments.All, new ConstructScopes(source, []), policy);
        foreach (var reported in findings)
        {
            if (!reported.IsSuppressed && suppressions.TryMatch(reported.Finding, out var reason))
                result.Add(reported with { SuppressedBy = reason });
            else
                result.Add(reported);
        }

        // Comments in the text of templates are told about where they are rendered.
        foreach (var problem in suppressions.Problems.Concat(suppressions.Unused()))
        {
            if (!comments.Owned.Any(span => span.Contains(problem.Location.Span)))
                continue;
            var severity = rules.For(source.Path).SeverityOf(problem);
            if (severity != RuleSeverity.None)
                result.Add(new ReportedFinding(problem, severity));
        }
    }
}
