using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>A Role or ClusterRole.</summary>
internal sealed class Role
{
    internal const string ApiGroup = "rbac.authorization.k8s.io";

    private Role(KubernetesObject manifest)
    {
        Object = manifest;
        Rules = [.. new ManifestFields(manifest.Root).Objects("rules").Select(static rule => new PolicyRule(rule))];
        Selectors = new ManifestFields(manifest.Root).Object("aggregationRule").Objects("clusterRoleSelectors")
            .Select(static selector => new ManifestFields(selector))
            .ToImmutableArray();
    }

    public KubernetesObject Object { get; }

    public ImmutableArray<PolicyRule> Rules { get; }

    /// <summary>Which ClusterRoles the cluster copies the rules from; empty for a role with rules of its own.</summary>
    public ImmutableArray<ManifestFields> Selectors { get; }

    public bool IsClusterRole => Object.Kind.Value == "ClusterRole";

    /// <summary>One that comes with Kubernetes: nobody's decision in this repository.</summary>
    public bool IsBuiltIn => BuiltInRoles.Contains(Object) || (IsClusterRole && Object.Name.Known is { } name && BuiltInRoles.IsForUsers(name.Value));

    public static Role? From(KubernetesObject manifest) => manifest.Kind.Value is "Role" or "ClusterRole" && manifest.ApiGroup == ApiGroup ? new Role(manifest) : null;

    public override string ToString() => Object.LogicalPath;
}
