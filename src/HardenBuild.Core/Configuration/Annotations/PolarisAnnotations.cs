namespace HardenBuild.Configuration.Annotations;

/// <summary><c>polaris.fairwinds.com/CHECK-exempt: "true"</c> and <c>polaris.fairwinds.com/exempt: "true"</c>, on the object itself.</summary>
internal sealed class PolarisAnnotations : IAnnotationDialect
{
    private const string Prefix = "polaris.fairwinds.com/";
    private const string Suffix = "-exempt";

    public string Peer => "polaris";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB3001 -- reason' instead";

    public IEnumerable<PeerAnnotation> Read(AnnotatedObject target)
    {
        foreach (var annotation in target.Annotations)
        {
            if (!annotation.IsTrue || annotation.After(Prefix) is not { } name)
                continue;
            if (name == "exempt")
                yield return new PeerAnnotation(this, annotation.Place, [], "", [target.Span]);
            else if (name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal))
                yield return new PeerAnnotation(this, annotation.Place, [name.Substring(0, name.Length - Suffix.Length)], "", [target.Span]);
        }
    }
}
