using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>The places behind a text that a template made: the value that was printed there, else the template.</summary>
internal sealed class TracedOrigins(TracedText text) : YamlOrigins
{
    public override ValueOrigin? Of(TextSpan span, string path)
    {
        if (text.SegmentAt(span.Start) is not { } segment)
            return null;
        var origin = segment.Origin;
        var value = origin.Value;
        if (value is null or { IsTested: true })
            value = ValueOrigin.Join(new ValueOrigin(origin.IsVerbatim ? Part(origin.Place, segment.Skipped + span.Start - segment.Start, span.Length) : origin.Place, ""), value);
        return ValueOrigin.Join(value, ValueOrigin.TestedFor(origin));
    }

    private static SourceLocation Part(SourceLocation place, int skipped, int length)
    {
        var start = Math.Min(place.Span.Start + skipped, place.Span.End);
        return place.Source.At(TextSpan.FromBounds(start, Math.Min(start + length, place.Span.End)));
    }
}
