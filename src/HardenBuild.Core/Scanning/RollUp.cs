using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Where a whole is missing, one finding stands for those about its parts: a container without a security context is one defect, not five.</summary>
/// <remarks>
/// A part gives way where every place that it reports is a place of the whole. It stays in mode <c>all</c>, when somebody chose a severity for
/// its rule, and where a suppression silences either of them. Nothing becomes quieter: the whole is as loud as its loudest part,
/// and a whole that was configured to be quieter than a part leaves that part alone.
/// </remarks>
internal static class RollUp
{
    /// <param name="reported">Findings of one file from <paramref name="start"/> on.</param>
    /// <param name="start">The index of the file's first finding.</param>
    /// <param name="selection">What is configured for the file.</param>
    public static void Apply(List<ReportedFinding> reported, int start, RuleSelection.FileSelection selection)
    {
        if (selection.Mode == RuleMode.All || FindWholes(reported, start, selection) is not { } wholes)
            return;
        var kept = start;
        for (var i = start; i < reported.Count; i++)
        {
            var finding = reported[i];
            if (finding.IsSuppressed || selection.IsChosen(finding.Finding.Rule) || WholeOf(finding, wholes) is not { } whole)
                reported[kept++] = finding;
            else
                whole.Parts.Add(finding);
        }

        reported.RemoveRange(kept, reported.Count - kept);
        for (var i = start; i < reported.Count; i++)
        {
            if (wholes.TryGetValue(reported[i].Finding.Location, out var here) && here.Find(whole => ReferenceEquals(whole.Finding, reported[i])) is { Parts.Count: > 0 } whole)
                reported[i] = whole.WithParts();
        }
    }

    private static Dictionary<SourceLocation, List<Whole>>? FindWholes(List<ReportedFinding> reported, int start, RuleSelection.FileSelection selection)
    {
        Dictionary<SourceLocation, List<Whole>>? wholes = null;
        for (var i = start; i < reported.Count; i++)
        {
            if (reported[i].IsSuppressed || reported[i].Finding.Rule.Metadata.RollsUp.IsEmpty)
                continue;
            var whole = new Whole(reported[i], selection.IsConfigured(reported[i].Finding.Rule));
            wholes ??= [];
            foreach (var place in whole.Places)
            {
                if (!wholes.TryGetValue(place, out var here))
                    wholes.Add(place, here = []);
                here.Add(whole);
            }
        }

        return wholes;
    }

    private static Whole? WholeOf(ReportedFinding part, Dictionary<SourceLocation, List<Whole>> wholes)
    {
        if (!wholes.TryGetValue(part.Finding.Location, out var here))
            return null;
        foreach (var whole in here)
        {
            if (whole.Contains(part))
                return whole;
        }

        return null;
    }

    /// <summary>A finding about a whole, its places, and what it stands for.</summary>
    private sealed class Whole(ReportedFinding finding, bool isConfigured)
    {
        public ReportedFinding Finding { get; } = finding;

        public HashSet<SourceLocation> Places { get; } = [finding.Finding.Location, .. finding.Finding.Related.Select(static related => related.Location)];

        public List<ReportedFinding> Parts { get; } = [];

        public bool Contains(ReportedFinding part)
        {
            if (!Finding.Finding.Rule.Metadata.RollsUp.Contains(part.Finding.Rule.Id) || (isConfigured && part.Severity > Finding.Severity))
                return false;
            foreach (var related in part.Finding.Related)
            {
                if (!Places.Contains(related.Location))
                    return false;
            }

            return true;
        }

        public ReportedFinding WithParts()
        {
            var related = Finding.Finding.Related.ToBuilder();
            var severity = Finding.Severity;
            foreach (var part in Parts)
            {
                related.Add(new RelatedLocation(part.Finding.Location, $"{part.Finding.Rule.Id}: {part.Finding.Message}"));
                if (part.Severity > severity)
                    severity = part.Severity;
            }

            return Finding with { Severity = severity, Finding = Finding.Finding with { Related = related.ToImmutable() } };
        }
    }
}
