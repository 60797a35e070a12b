using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>Finds what a person would change so that a piece of rendered text changes.</summary>
/// <param name="chart">The chart that is installed; what lies in packed subcharts is reported where it says that it wants them.</param>
internal sealed class OriginLocator(Chart chart)
{
    private const int MostCallers = 5;
    private const int MostValues = 3;

    // Behind the nearest ones stand those that nobody would look at.
    private const int MostAsked = 8;

    /// <summary>The place, and what explains it: where the values come from and what included the template.</summary>
    /// <param name="isName">The text is the name of what a finding is about: where it comes from explains nothing.</param>
    /// <param name="isForeign">The place stands for a packed subchart, which is somebody else's.</param>
    public (SourceLocation Place, ImmutableArray<RelatedLocation> Related) Locate(TracedText text, TextSpan span, bool isName, out bool isForeign)
    {
        isForeign = false;
        var pieces = Pieces(text, span);
        if (pieces.Count == 0)
            return (chart.Location, []);
        var main = pieces.Find(static piece => piece.Origin.Value is { IsTested: false }) ?? pieces[0];
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        var place = Outermost(main.Origin) ?? Joined(pieces) ?? main.Place;
        if (!isName)
            AddValues(pieces, place, related);
        if (!IsEditable(place.Source))
        {
            var nearest = Editable(main.Origin);
            isForeign = nearest is null;
            place = nearest ?? DependencyOf(place.Source) ?? chart.Location;
        }

        AddCallers(main.Origin, place, related);
        if (!isName && place != main.Place && Outermost(main.Origin) == place && IsEditable(main.Place.Source))
            related.Add(new RelatedLocation(main.Place, "Made here"));
        return (place, related.ToImmutable());
    }

    /// <summary>The value that a piece of text says; null where none does.</summary>
    public static RelatedLocation? ValueOf(TracedText text, TextSpan span)
    {
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        AddValues(Pieces(text, span), null, related);
        return related.Count > 0 ? related[0] : null;
    }

    public static bool IsEditable(SourceText source) => !source.Path.Contains("!/") && !source.Path.StartsWith("--", StringComparison.Ordinal);

    /// <summary>The action that asked for what a named template computed; null for literal text of a named template, which is changed where it stands.</summary>
    private static SourceLocation? Outermost(TextOrigin origin)
    {
        if (origin.IsVerbatim || origin.Caller is not { } caller)
            return null;
        while (caller.Caller is { } outer)
            caller = outer;
        return caller.Place;
    }

    /// <summary>The nearest action around a packed template that somebody here wrote, else the value that it prints.</summary>
    private static SourceLocation? Editable(TextOrigin origin)
    {
        for (var caller = origin.Caller; caller is not null; caller = caller.Caller)
        {
            if (IsEditable(caller.Place.Source))
                return caller.Place;
        }

        foreach (var value in ValueOrigins.Of(origin, MostAsked))
        {
            if (IsEditable(value.Location.Source))
                return value.Location;
        }

        return null;
    }

    private SourceLocation? DependencyOf(SourceText packed)
    {
        var archive = packed.Path.Substring(0, packed.Path.IndexOf("!/", StringComparison.Ordinal));
        var name = archive.Substring(archive.LastIndexOf('/') + 1);
        foreach (var dependency in chart.Metadata.Dependencies)
        {
            if (name.StartsWith(dependency.Name + "-", StringComparison.Ordinal))
                return dependency.Location;
        }

        return null;
    }

    private static List<Piece> Pieces(TracedText text, TextSpan span)
    {
        var pieces = new List<Piece>();
        var segments = text.Segments;
        for (var i = text.IndexAt(span.Start); i >= 0 && i < segments.Length; i++)
        {
            var start = Math.Max(segments[i].Start, span.Start);
            var end = Math.Min(i + 1 < segments.Length ? segments[i + 1].Start : text.Content.Length, span.End);
            if (segments[i].Start >= span.End && pieces.Count > 0)
                break;
            pieces.Add(new Piece(segments[i].Origin, PlaceOf(segments[i], start, Math.Max(0, end - start))));
        }

        return pieces;
    }

    private static SourceLocation PlaceOf(TextSegment segment, int start, int length)
    {
        var place = segment.Origin.Place;
        if (!segment.Origin.IsVerbatim)
            return place;
        var from = Math.Min(place.Span.Start + segment.Skipped + (start - segment.Start), place.Span.End);
        return place.Source.At(new TextSpan(from, Math.Min(length, place.Span.End - from)));
    }

    /// <summary>From the first piece to the last, where all were written next to each other on one line.</summary>
    private static SourceLocation? Joined(List<Piece> pieces)
    {
        var (first, last) = (pieces[0], pieces[pieces.Count - 1]);
        var start = first.Place.Span.Start;
        var end = start;
        foreach (var piece in pieces)
        {
            if (piece.Place.Source != first.Place.Source || piece.Origin.Caller != first.Origin.Caller || piece.Place.Span.Start < end - piece.Place.Span.Length)
                return null;
            end = Math.Max(end, piece.Place.Span.End);
        }

        var isOneLine = first.Place.Source.GetLineIndex(start) == last.Place.Source.GetLineIndex(end);
        return isOneLine || pieces.Count == 1 ? first.Place.Source.At(TextSpan.FromBounds(start, end)) : null;
    }

    private static void AddValues(List<Piece> pieces, SourceLocation? place, ImmutableArray<RelatedLocation>.Builder related)
    {
        var seen = new HashSet<SourceLocation>();
        if (place is not null)
            seen.Add(place);
        foreach (var piece in pieces)
        {
            if (related.Count == MostValues)
                return;
            foreach (var value in ValueOrigins.Of(piece.Origin, MostAsked))
            {
                if (related.Count < MostValues && IsEditable(value.Location.Source) && !IsNameOfChart(value) && seen.Add(value.Location))
                    related.Add(new RelatedLocation(value.Location, value.Path.Length > 0 ? $"Value of '{value.Path}'" : "The value"));
            }
        }
    }

    // It stands in the name of every object; nobody renames a chart to mend one.
    private static bool IsNameOfChart(ValueOrigin value) => value.Path == "name" && CleanPath.Name(value.Location.Source.Path) == "Chart.yaml";

    private static void AddCallers(TextOrigin origin, SourceLocation place, ImmutableArray<RelatedLocation>.Builder related)
    {
        var callers = new List<SourceLocation>();
        for (var caller = origin.Caller; caller is not null; caller = caller.Caller)
        {
            if (IsEditable(caller.Place.Source) && caller.Place != place)
                callers.Add(caller.Place);
        }

        // The outermost first, as one reads one's way in; of a long way the ends nearest to the text.
        for (var i = Math.Min(callers.Count, MostCallers) - 1; i >= 0; i--)
            related.Add(new RelatedLocation(callers[i], "Included here"));
    }

    /// <summary>A part of the text with the place that it came from.</summary>
    private sealed record Piece(TextOrigin Origin, SourceLocation Place);
}
