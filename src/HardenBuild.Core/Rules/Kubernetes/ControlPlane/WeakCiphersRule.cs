using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>A component that agrees to weak TLS. Go's own choice, where nothing is written, is sound.</summary>
/// <remarks>In the message, <c>{1}</c> is what is weak.</remarks>
internal abstract class WeakCiphersRule(string id, ControlPlaneComponent component)
    : ControlPlaneRule(id, RuleSeverity.Suggestion, RuleSeverity.Suggestion, component)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        foreach (var suite in options.List("tls-cipher-suites").Items)
        {
            if (!CipherSuites.IsStrong(suite.Value))
                yield return Report(options, suite.Location, suite.Value);
        }

        if (options.Find("tls-min-version") is { Known: { Value: "VersionTLS10" or "VersionTLS11" } version })
            yield return Report(options, version.Location, version.Value);
    }
}
