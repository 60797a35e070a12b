using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>One cause in several places is one finding at the first of them.</summary>
internal static class RepeatedPlaces
{
    /// <summary>The places after the first as related locations.</summary>
    public static ImmutableArray<RelatedLocation> AfterFirst(IEnumerable<SourceLocation> places, string message) =>
        [.. places.Skip(1).Select(place => new RelatedLocation(place, message))];
}
