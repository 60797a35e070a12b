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
        if (!useSuppressions || !file.MaySuppress)
        {
            foreach (var finding in file.Findings)
                Report(finding, suppressedBy: null);
            return;
        }

        var suppressions = Suppressions.Parse(
            file.Source,
            file.Comments,
            new ConstructScopes(file.Source, file.Constructs.Concat(file.Blocks), file.Objects),
            SuppressionPolicy.For(rules, file.Source.Path, file.Objects.Count > 0 ? index.OfManifests : index, LevelDate.Latest, file.PeerDialects),
            file.Annotations,
            file.PeerAnnotations);
        foreach (var finding in file.Findings)
            ReportUnlessSuppressed(finding);
        foreach (var problem in suppressions.Problems)
            ReportUnlessSuppressed(problem);
        foreach (var unused in suppressions.Unused())
            Report(unused, suppressedBy: null);

        void ReportUnlessSuppressed(Finding finding)
        {
            foreach (var (part, suppressedBy) in SuppressedParts.Of(finding, suppressions))
                Report(part, suppressedBy);
        }

        void Report(Finding finding, string? suppressedBy)
        {
            var severity = selection.SeverityOf(finding);
            // Whoever wants unused suppressions to fail the build means those that were written for us.
            if (finding.Rule is UnusedSuppression && severity > finding.AtMost)
                severity = finding.AtMost;
            if (severity != RuleSeverity.None)
                reported.Add(new ReportedFinding(finding.Repeats.IsEmpty ? finding : finding with { Repeats = [] }, severity, suppressedBy));
        }
    }
}
