using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Rules;

namespace HardenBuild.Scanning;

/// <summary>One finding for several containers may be silenced for some of them: the others stay reported.</summary>
internal static class SuppressedParts
{
    /// <summary>The finding as a whole, or what is left of it and what is silenced.</summary>
    public static IEnumerable<(Finding Finding, string? SuppressedBy)> Of(Finding finding, Suppressions suppressions)
    {
        if (finding.Repeats.IsEmpty)
        {
            yield return (finding, suppressions.TryMatch(finding, out var reason) ? reason : null);
            yield break;
        }

        var open = new List<int>();
        var silenced = new List<int>();
        string? suppressedBy = null;
        for (var i = 0; i <= finding.Repeats.Length; i++)
        {
            var isSilenced = suppressions.TryMatch(Place(finding, i), out var reason);
            (isSilenced ? silenced : open).Add(i);
            if (isSilenced)
                suppressedBy ??= reason;
        }

        if (open.Count > 0)
            yield return (Join(finding, open), null);
        if (silenced.Count > 0)
            yield return (Join(finding, silenced), suppressedBy);
    }

    /// <summary>The finding at its own place, or at one of those that repeat it.</summary>
    private static Finding Place(Finding finding, int index) => index == 0 ? finding : finding.Repeats[index - 1];

    private static Finding Join(Finding finding, List<int> places) => places.Count > finding.Repeats.Length
        ? finding
        : Place(finding, places[0]) with
        {
            Related = places.Skip(1).Select(place => finding.Related[place - 1]).ToImmutableArray(),
            Repeats = [],
        };
}
