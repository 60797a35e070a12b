using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Where a character of rendered text comes from.</summary>
/// <param name="Location">The character in the template, or the smallest action that printed it.</param>
/// <param name="Includes">The actions that led there, the outermost first.</param>
internal sealed record RenderedPlace(SourceLocation Location, IReadOnlyList<SourceLocation> Includes)
{
    /// <summary>Null where the text is not traced.</summary>
    public static RenderedPlace? Of(TracedText text, int offset)
    {
        if (text.SegmentAt(Math.Min(offset, Math.Max(0, text.Content.Length - 1))) is not { } segment)
            return null;
        var place = segment.Origin.Place;
        if (segment.Origin.IsVerbatim)
        {
            var start = Math.Min(place.Span.Start + segment.Skipped + Math.Max(0, offset - segment.Start), place.Span.End);
            place = place.Source.At(TextSpan.FromBounds(start, Math.Min(start + 1, place.Span.End)));
        }

        var includes = new List<SourceLocation>();
        for (var caller = segment.Origin.Caller; caller is not null; caller = caller.Caller)
            includes.Insert(0, caller.Place);
        return new RenderedPlace(place, includes);
    }
}
