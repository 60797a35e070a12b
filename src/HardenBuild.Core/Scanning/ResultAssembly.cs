using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;

namespace HardenBuild.Scanning;

/// <summary>From what the rules said about a file to what is reported: supersede, suppress, severity, roll up.</summary>
internal sealed class ResultAssembly(RuleSelection rules, RuleIndex index, bool useSuppressions)
{
    public void Add(FileFindings file, List<ReportedFinding> reported)
    {
        Supersession.Apply(file.Findings);
        var selection = rules.For(file.Source.Path);
        var start = reported.Count;
        Report(file, selection, reported);
        RollUp.Apply(reported, start, selection);
    }

    private void Report(FileFindings file, RuleSelection.FileSelection selection, List<ReportedFinding> reported)
    {
        if (!useSuppressions || (file.Comments.Count == 0 && file.Annotations.Count == 0))
        {
            foreach (var finding in file.Findings)
                Report(finding, suppressedBy: null);
            return;
        }

        var suppressions = Suppressions.Parse(
            file.Source,
            file.Comments,
            new ConstructScopes(file.Source, file.Constructs),
            SuppressionPolicy.For(rules, file.Source.Path, index, LevelDate.Latest, file.PeerDialects),
            file.Annotations);
        foreach (var finding in file.Findings)
            ReportUnlessSuppressed(finding);
        foreach (var problem in suppressions.Problems)
            ReportUnlessSuppressed(problem);
        foreach (var unused in suppressions.Unused())
            Report(unused, suppressedBy: null);

        void ReportUnlessSuppressed(Finding finding) =>
            Report(finding, suppressions.TryMatch(finding, out var reason) ? reason : null);

        void Report(Finding finding, string? suppressedBy)
        {
            var severity = selection.SeverityOf(finding);
            // Whoever wants unused suppressions to fail the build means those that were written for us.
            if (finding.Rule is UnusedSuppression && severity > finding.AtMost)
                severity = finding.AtMost;
            if (severity != RuleSeverity.None)
                reported.Add(new ReportedFinding(finding, severity, suppressedBy));
        }
    }
}
