using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>One cause in several places is one finding at the first of them.</summary>
internal static class RepeatedPlaces
{
    /// <summary>The places after the first as related locations.</summary>
    public static ImmutableArray<RelatedLocation> AfterFirst(IEnumerable<SourceLocation> places, string message) =>
        [.. places.Skip(1).Select(place => new RelatedLocation(place, message))];

    /// <summary>Findings that are all of one kind as one: the first, the others are related places where it can be silenced alone.</summary>
    public static IEnumerable<Finding> Join(IEnumerable<Finding> findings, string message)
    {
        var all = findings.ToList();
        if (all.Count == 0)
            return [];
        return
        [
            all[0] with
            {
                Related = [.. all[0].Related, .. all.Skip(1).Select(finding => new RelatedLocation(finding.Location, message))],
                Repeats = all[0].Related.IsEmpty ? [.. all.Skip(1)] : [],
                AtMost = all.Max(finding => finding.AtMost),
            },
        ];
    }
}
