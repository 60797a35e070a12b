namespace HardenBuild.Configuration.Annotations;

/// <summary><c>ignore-check.kube-linter.io/CHECK: reason</c> and <c>kube-linter.io/ignore-all: reason</c>, on the object itself.</summary>
internal sealed class KubeLinterAnnotations : IAnnotationDialect
{
    private const string Check = "ignore-check.kube-linter.io/";
    private const string All = "kube-linter.io/ignore-all";

    public string Peer => "kube-linter";

    public string ReasonForm => "write it as the value of the annotation";

    public IEnumerable<PeerAnnotation> Read(AnnotatedObject target)
    {
        foreach (var annotation in target.Annotations)
        {
            if (annotation.After(Check) is { Length: > 0 } check)
                yield return new PeerAnnotation(this, annotation.Place, [check], annotation.Value.Value, [target.Span]);
            else if (annotation.Key.Value == All)
                yield return new PeerAnnotation(this, annotation.Place, [], annotation.Value.Value, [target.Span]);
        }
    }
}
