using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm;

/// <summary>What one render of a chart installs.</summary>
/// <param name="Chart">The chart that is installed.</param>
/// <param name="Objects">The objects with places in the rendered texts.</param>
/// <param name="Texts">The rendered texts by the sources that the objects stand in.</param>
internal sealed record Release(Chart Chart, ManifestSet Objects, IReadOnlyDictionary<SourceText, TracedText> Texts)
{
    /// <summary>What made the text at a place; null where that is not known.</summary>
    public TextOrigin? OriginOf(SourceLocation place) =>
        Texts.TryGetValue(place.Source, out var text) ? text.SegmentAt(place.Span.Start)?.Origin : null;

    /// <summary>What one action printed as a whole; null where several or a template's own text stand there.</summary>
    public TextOrigin? ActionOf(SourceLocation place)
    {
        if (!Texts.TryGetValue(place.Source, out var text) || place.Span.IsEmpty || text.SegmentAt(place.Span.Start) is not { Origin: { IsVerbatim: false } origin })
            return null;
        for (var i = text.IndexAt(place.Span.Start); i < text.Segments.Length && text.Segments[i].Start < place.Span.End; i++)
        {
            if (text.Segments[i].Origin.Place != origin.Place)
                return null;
        }

        return origin;
    }

    /// <summary>Whether a place holds nothing but text that stands like that in a template.</summary>
    public bool IsWritten(SourceLocation place)
    {
        if (!Texts.TryGetValue(place.Source, out var text) || text.IndexAt(place.Span.Start) is not (>= 0 and var first))
            return false;
        for (var i = first; i < text.Segments.Length && text.Segments[i].Start < place.Span.End; i++)
        {
            if (!text.Segments[i].Origin.IsVerbatim)
                return false;
        }

        return true;
    }

    /// <summary>An object with the same kind and name as another.</summary>
    public bool HasOther(KubernetesObject manifest, Func<KubernetesObject, bool> condition)
    {
        foreach (var other in Objects.OfKind(manifest.ApiGroup, manifest.Kind.Value))
        {
            if (other != manifest && manifest.Name.Known is { } name && other.Name.Is(name.Value) && condition(other))
                return true;
        }

        return false;
    }
}
