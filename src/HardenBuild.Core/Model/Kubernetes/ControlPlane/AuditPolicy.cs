using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>What the API server records in its audit log.</summary>
internal sealed class AuditPolicy
{
    private AuditPolicy(ImmutableArray<AuditPolicyRule> rules) => Rules = rules;

    public ImmutableArray<AuditPolicyRule> Rules { get; }

    /// <summary>The policy that an object is; null for every other kind.</summary>
    public static AuditPolicy? From(KubernetesObject manifest) => manifest.Kind.Value == "Policy" && manifest.ApiGroup == "audit.k8s.io"
        ? new AuditPolicy([.. new ManifestFields(manifest.Root).Objects("rules").Select(static rule => new AuditPolicyRule(rule))])
        : null;

    /// <summary>Ordinary changes or uses of such objects leave a trace: the first rule that fits everybody's does not say <c>None</c>.</summary>
    public bool Logs(string group, string resource)
    {
        foreach (var rule in Rules)
        {
            if (rule.Level.IsUnknown)
                return true;
            if (!rule.IsRestricted && rule.Covers(group, resource))
                return !rule.Level.Is("None");
            // Writing verbs alone are what matters; a rule for some users or namespaces does not decide.
            if (!rule.Level.Is("None") && rule.IsRestricted && !rule.IsAboutReading && rule.Covers(group, resource))
                return true;
        }

        return false;
    }
}
