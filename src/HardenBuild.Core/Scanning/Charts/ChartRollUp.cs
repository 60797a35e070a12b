using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;

namespace HardenBuild.Scanning.Charts;

/// <summary>What all charts of a system lack is said once: twenty charts in one folder that know no network policy are one decision, not twenty.</summary>
/// <param name="rules">What is configured for the files.</param>
internal sealed class ChartRollUp(RuleSelection rules)
{
    // Enough to see where they lie.
    private const int MostRelated = 50;

    private readonly Dictionary<(string Parent, string Rule, RuleSeverity Severity), List<Place>> _groups = [];

    /// <summary>Replaces the findings of charts beside each other by one with the others as related places.</summary>
    /// <param name="folders">The folders of the charts.</param>
    /// <param name="ofCharts">What is reported for each of them.</param>
    public void Apply(IReadOnlyList<string> folders, List<ReportedFinding>[] ofCharts)
    {
        for (var chart = 0; chart < folders.Count; chart++)
        {
            foreach (var reported in ofCharts[chart])
            {
                if (IsWanted(reported))
                    Add((CleanPath.Folder(folders[chart]), reported.Finding.Rule.Id, reported.Severity), new Place(chart, reported));
            }
        }

        foreach (var group in _groups.Values)
        {
            if (group[0].Chart == group[group.Count - 1].Chart)
                continue;
            foreach (var place in group)
                ofCharts[place.Chart].Remove(place.Reported);
            ofCharts[group[0].Chart].Add(Together(group));
        }
    }

    private static ReportedFinding Together(List<Place> group)
    {
        var first = group[0].Reported;
        var related = first.Finding.Related.ToBuilder();
        foreach (var other in group.Skip(1).Take(MostRelated))
            related.Add(new RelatedLocation(other.Reported.Finding.Location, "The same holds for " + Name(other.Reported.Finding)));
        return first with { Finding = first.Finding with { Related = related.ToImmutable() } };
    }

    private static string Name(Finding finding) => $"'{finding.LogicalPath ?? finding.Location.Source.Path}'";

    // What only some values render is a matter of those values.
    private bool IsWanted(ReportedFinding reported)
    {
        if (reported.IsSuppressed || !reported.Finding.OnlyWith.IsDefaultOrEmpty || !reported.Finding.Rule.Metadata.RollsUpCharts)
            return false;
        var selection = rules.For(reported.Finding.Location.Source.Path);
        return selection.Mode != RuleMode.All && !selection.IsChosen(reported.Finding.Rule);
    }

    private void Add((string Parent, string Rule, RuleSeverity Severity) key, Place place)
    {
        if (!_groups.TryGetValue(key, out var places))
            _groups.Add(key, places = []);
        places.Add(place);
    }

    /// <summary>A finding and the number of its chart.</summary>
    private sealed record Place(int Chart, ReportedFinding Reported);
}
