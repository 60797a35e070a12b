using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A rule about what a Role or ClusterRole allows: one finding a role, on its first grant of that kind, with the others as related locations.</summary>
/// <remarks>The message's values are the role and the item. Roles that come with Kubernetes are nobody's decision.</remarks>
internal abstract class GrantRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : ManifestRule(id, defaultSeverity, hardenedSeverity)
{
    public sealed override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Role is not { IsBuiltIn: false } role)
            yield break;
        var grants = role.Rules.Select(rule => Find(role, rule)).OfType<Grant>().ToList();
        if (grants.Count == 0)
            yield break;
        var loudest = grants[0];
        foreach (var grant in grants)
        {
            if (grant.AtMost > loudest.AtMost)
                loudest = grant;
        }

        yield return Report(loudest.Item.Location, role.Object.LogicalPath, loudest.Item.Value) with
        {
            LogicalPath = role.Object.LogicalPath,
            AtMost = loudest.AtMost,
            Related = Places(loudest, grants),
        };
    }

    /// <summary>What a rule of the role grants; null where it grants nothing of the kind.</summary>
    protected abstract Grant? Find(Role role, PolicyRule rule);

    /// <summary>A suggestion where the grant is limited to named objects or to one namespace, which is how it is meant to be used.</summary>
    protected static RuleSeverity Limited(Role role, PolicyRule rule) => rule.IsNarrowed || !role.IsClusterRole ? RuleSeverity.Suggestion : RuleSeverity.Error;

    private static ImmutableArray<RelatedLocation> Places(Grant reported, List<Grant> grants)
    {
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        foreach (var item in reported.Also)
            related.Add(new RelatedLocation(item.Location, $"'{item.Value}' belongs to it"));
        foreach (var grant in grants)
        {
            if (grant == reported)
                continue;
            related.Add(new RelatedLocation(grant.Item.Location, "Allowed here too"));
            foreach (var item in grant.Also)
                related.Add(new RelatedLocation(item.Location, $"'{item.Value}' belongs to it"));
        }

        return related.ToImmutable();
    }
}
