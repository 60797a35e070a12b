using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes;

/// <summary>A rule about one object of a manifest, whatever its kind.</summary>
internal abstract class ManifestRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : Rule(id, defaultSeverity, hardenedSeverity)
{
    public abstract IEnumerable<Finding> Analyze(KubernetesObject manifest);
}
