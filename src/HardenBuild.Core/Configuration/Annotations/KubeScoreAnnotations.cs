using System.Collections.Immutable;

namespace HardenBuild.Configuration.Annotations;

/// <summary><c>kube-score/ignore: CHECK,CHECK</c>, <c>*</c> for all, and <c>kube-score/skip: true</c>, on the object or on its pods.</summary>
internal sealed class KubeScoreAnnotations : IAnnotationDialect
{
    private const string Ignore = "kube-score/ignore";
    private const string Skip = "kube-score/skip";
    private const string All = "*";

    public string Peer => "kube-score";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB3001 -- reason' instead";

    public IEnumerable<PeerAnnotation> Read(AnnotatedObject target)
    {
        foreach (var annotation in target.AllAnnotations)
        {
            if (annotation.Key.Value == Skip && annotation.IsTrue)
                yield return new PeerAnnotation(this, annotation.Place, [], "", [target.Span]);
            if (annotation.Key.Value != Ignore)
                continue;
            foreach (var (check, place) in annotation.List())
                yield return new PeerAnnotation(this, place, ChecksOf(check), "", [target.Span]);
        }
    }

    /// <summary>The check, and those that kube-score takes to be meant by it.</summary>
    private static ImmutableArray<string> ChecksOf(string check) => check switch
    {
        All => [],
        "container-resources" => [check, "container-ephemeral-storage-request-and-limit"],
        _ => [check],
    };
}
