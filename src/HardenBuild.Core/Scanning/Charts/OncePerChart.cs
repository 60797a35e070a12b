using HardenBuild.Rules;

namespace HardenBuild.Scanning.Charts;

/// <summary>Rolls up what a rule says at many places of a chart, where one decision answers all of them.</summary>
internal static class OncePerChart
{
    /// <summary>The findings with those of such a rule as one: the most severe and first by place, the others as related locations. Silenced ones stay apart.</summary>
    public static List<ReportedFinding> Apply(List<ReportedFinding> findings)
    {
        var result = new List<ReportedFinding>(findings.Count);
        foreach (var group in findings.GroupBy(static reported => !reported.IsSuppressed && reported.Finding.Rule.IsOncePerChart ? reported.Finding.Rule : null))
        {
            if (group.Key is null)
                result.AddRange(group);
            else
                result.Add(Join([.. group]));
        }

        return result;
    }

    private static ReportedFinding Join(List<ReportedFinding> findings)
    {
        findings.Sort(static (a, b) =>
            (b.Severity - a.Severity, a.Finding.OnlyWith.Length - b.Finding.OnlyWith.Length, string.CompareOrdinal(a.Finding.Location.Source.Path, b.Finding.Location.Source.Path), a.Finding.Location.Span.Start - b.Finding.Location.Span.Start) switch
            {
                (not 0 and var bySeverity, _, _, _) => bySeverity,
                (_, not 0 and var byScenarios, _, _) => byScenarios,
                (_, _, not 0 and var byPath, _) => byPath,
                var (_, _, _, byStart) => byStart,
            });
        var first = findings[0];
        if (findings.Count == 1)
            return first;
        return first with { Finding = first.Finding with { Related = [.. first.Finding.Related, .. RepeatedPlaces.AfterFirst(findings.Select(static other => other.Finding.Location), "Here too")] } };
    }
}
