using HardenBuild.Configuration;
using HardenBuild.Model.Helm;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>The rules about what Helm does with the objects of a render.</summary>
internal static class ReleaseAnalysis
{
    /// <summary>Adds what the rules find in rendered text to the findings of the file that it lies in.</summary>
    /// <returns>What they find in the files of the chart itself.</returns>
    public static List<Finding> Run(Release release, IReadOnlyList<FileFindings> files, RuleSelection rules)
    {
        var ofChart = new List<Finding>();
        if (files.Count == 0)
            return ofChart;
        var bySource = new Dictionary<SourceText, FileFindings>();
        foreach (var file in files)
            bySource[file.Source] = file;
        var selection = rules.For(release.Chart.MetadataFile.Path);
        foreach (var rule in RuleCatalog.Release)
        {
            if (!selection.Runs(rule))
                continue;
            var found = new List<Finding>();
            RuleGuard.Run(rule, release, static (rule, release) => rule.Analyze(release), release.Chart.MetadataFile.Source, found);
            foreach (var finding in found)
            {
                if (!bySource.TryGetValue(finding.Location.Source, out var file))
                    ofChart.Add(finding);
                else if (release.OriginOf(finding.Location) is not { } origin || OriginLocator.IsEditable(origin.Place.Source))
                    file.Findings.Add(finding);
            }
        }

        ofChart.RemoveAll(static finding => !OriginLocator.IsEditable(finding.Location.Source));
        return ofChart;
    }
}
