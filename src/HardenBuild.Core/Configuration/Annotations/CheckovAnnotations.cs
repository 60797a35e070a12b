using HardenBuild.Text;

namespace HardenBuild.Configuration.Annotations;

/// <summary><c>checkov.io/skip1: CKV_K8S_20=reason</c>, also for <c>bridgecrew.io</c> and <c>cortex.io</c>, on the object or on its pods.</summary>
internal sealed class CheckovAnnotations : IAnnotationDialect
{
    private static readonly string[] Prefixes = ["checkov.io/skip", "bridgecrew.io/skip", "cortex.io/skip"];

    public string Peer => "checkov";

    public string ReasonForm => "add '=reason' behind the check";

    public IEnumerable<PeerAnnotation> Read(AnnotatedObject target)
    {
        foreach (var annotation in target.AllAnnotations)
        {
            if (Array.TrueForAll(Prefixes, prefix => annotation.After(prefix) is null))
                continue;
            var value = annotation.Value.Value;
            var end = value.IndexOf('=') is >= 0 and var sign ? sign : value.Length;
            var check = value.Substring(0, end).Trim();
            if (check.Length > 0)
                yield return new PeerAnnotation(this, PlaceOf(annotation, check), [check], end < value.Length ? value.Substring(end + 1).Trim() : "", [target.Span]);
        }
    }

    private static TextSpan PlaceOf(Annotation annotation, string check) =>
        annotation.Value.LocationOf(annotation.Value.Value.IndexOf(check, StringComparison.Ordinal), check.Length).Span;
}
