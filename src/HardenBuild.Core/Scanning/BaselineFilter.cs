using HardenBuild.Configuration.Baselines;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;

namespace HardenBuild.Scanning;

/// <summary>Takes the findings of a baseline out of a report.</summary>
/// <param name="scanned">The paths of the files of the scan.</param>
/// <param name="files">The files of the repository.</param>
internal sealed class BaselineFilter(RuleSelection rules, HashSet<string> scanned, RepositoryFiles files)
{
    /// <summary>Marks what the baseline holds, each entry as often as it counts, in the order of the report.</summary>
    /// <returns>Entries that no finding answers to any more.</returns>
    public List<Finding> Apply(Baseline baseline, List<ReportedFinding> reported) => Stale(baseline, Mark(baseline, reported));

    /// <summary>Marks what the baseline holds, each entry as often as it counts, in the order of the report.</summary>
    /// <returns>How many findings each entry still stands for, by fingerprint.</returns>
    public static Dictionary<string, int> Mark(Baseline baseline, List<ReportedFinding> reported)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in baseline.Entries)
            left[entry.Fingerprint] = Left(left, entry.Fingerprint) + entry.Count;
        for (var i = 0; i < reported.Count; i++)
        {
            if (reported[i].IsSuppressed || FindingFingerprint.Of(reported[i].Finding) is var fingerprint && Left(left, fingerprint) == 0)
                continue;
            left[fingerprint]--;
            reported[i] = reported[i] with { IsInBaseline = true };
        }

        return left;
    }

    private List<Finding> Stale(Baseline baseline, Dictionary<string, int> left)
    {
        var stale = new List<Finding>();
        foreach (var entry in baseline.Entries)
        {
            var unanswered = Math.Min(entry.Count, left[entry.Fingerprint]);
            if (unanswered == 0 || !WasLookedFor(entry))
                continue;
            left[entry.Fingerprint] -= unanswered;
            stale.Add(StaleBaselineEntry.Instance.At(entry.Location, entry.Rule, entry.Path));
        }

        return stale;
    }

    /// <summary>Whether the scan would have found it: a scan of another folder, or with fewer rules, says nothing about an entry.</summary>
    private bool WasLookedFor(BaselineEntry entry)
    {
        if (!scanned.Contains(entry.Path))
            return files.Find(entry.Path) == PathKind.Missing;
        foreach (var rule in RuleCatalog.All)
        {
            if (rule.Id == entry.Rule)
                return rules.For(entry.Path).Runs(rule);
        }

        // Of a rule that was withdrawn.
        return true;
    }

    private static int Left(Dictionary<string, int> left, string fingerprint) => left.TryGetValue(fingerprint, out var count) ? count : 0;
}
