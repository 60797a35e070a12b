using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A role that opens pods, with its bindings.</summary>
internal sealed class RbacPodsExecOrAttachBound() : ManifestSetRule("HB4070", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        Dictionary<Role, Located<string>>? open = null;
        foreach (var manifest in set.OfKind(Role.ApiGroup, "ClusterRole").Concat(set.OfKind(Role.ApiGroup, "Role")))
        {
            if (manifest.Role is { IsBuiltIn: false } role && FirstOf(role) is { } grant)
                (open ??= []).Add(role, grant);
        }

        // A role of the cluster's own is nobody's decision, giving it away is.
        foreach (var binding in set.Access.Bindings)
        {
            if (!binding.IsBuiltIn && binding.RoleName.Known is { } name && set.Access.RoleOf(binding) is { IsBuiltIn: true } role && FirstOf(role) is { } grant)
                yield return Report(name.Location, binding.Object.LogicalPath, grant.Value) with { LogicalPath = binding.Object.LogicalPath };
        }

        if (open is null)
            yield break;
        var bindings = set.Access.Bindings.Where(static binding => !binding.IsBuiltIn).ToLookup(set.Access.RoleOf);
        foreach (var pair in open)
        {
            yield return Report(pair.Value.Location, pair.Key.Object.LogicalPath, pair.Value.Value) with
            {
                LogicalPath = pair.Key.Object.LogicalPath,
                Related = [.. bindings[pair.Key].Select(static binding => new RelatedLocation(binding.RoleName.Known!.Value.Location, $"'{binding.Object.LogicalPath}' gives the role"))],
            };
        }
    }

    private static Located<string>? FirstOf(Role role)
    {
        foreach (var rule in role.Rules)
        {
            if (rule.IsNarrowed)
                continue;
            if ((Permissions.Connect(rule, ResourceType.PodsExec) ?? Permissions.Connect(rule, ResourceType.PodsAttach)) is { } grant)
                return grant;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsExecOrAttachBound),
        Title = "Role may run commands in pods or attach to them",
        MessageFormat =
            "'{0}' allows '{1}', so whoever has the role gets into running pods and acts in their name; leave it out, or give it "
            + "for a limited time",
        Rationale =
            "A shell in a running container reads its memory, files and token. The related locations are the bindings of the "
            + "repository that give the role to somebody.",
        WhenToIgnore = "When the role is for people who support the application and the access is time-limited and logged.",
        CatalogueSlugs = ["rbac-pods-exec-or-attach-bound"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["polaris:clusterrolePodExecAttach", "polaris:rolePodExecAttach", "polaris:clusterrolebindingPodExecAttach", "polaris:rolebindingClusterRolePodExecAttach", "polaris:rolebindingRolePodExecAttach"],
        RollsUp = ["HB4068", "HB4069"],
        ComparedWith =
            "polaris reports each binding as well, also one whose role is out of sight. Here one finding stands at the role, "
            + "with the bindings as related locations, and what cannot be seen is not reported.",
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [[|pods/exec|]]
                    verbs: [create]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: shop-operator
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
        Fixed =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [pods/log]
                    verbs: [get]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: shop-operator
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
