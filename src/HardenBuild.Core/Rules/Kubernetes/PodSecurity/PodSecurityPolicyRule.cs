using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>A rule about what the PodSecurityPolicies of a set allow, which clusters before Kubernetes 1.25 obey.</summary>
/// <remarks>A permissive policy for agents beside a strict one for everybody else is how clusters were run: only what no policy forbids is reported.</remarks>
internal abstract class PodSecurityPolicyRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : ManifestSetRule(id, defaultSeverity, hardenedSeverity)
{
    public sealed override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var findings = new List<Finding>();
        foreach (var policy in set.OfKind("policy", "PodSecurityPolicy").Concat(set.OfKind("extensions", "PodSecurityPolicy")))
        {
            var spec = new ManifestFields(policy.Root["spec"]);
            var before = findings.Count;
            if (!spec.IsUnknown)
                findings.AddRange(Inspect(policy, spec));
            if (findings.Count == before)
                return [];
        }

        return findings;
    }

    protected abstract IEnumerable<Finding> Inspect(KubernetesObject policy, ManifestFields spec);

    /// <summary>The first argument of the message names the policy.</summary>
    protected Finding ReportPolicy(KubernetesObject policy, SourceLocation location) =>
        Report(location, policy.Name.Known?.Value ?? "unnamed") with { LogicalPath = policy.LogicalPath };
}
