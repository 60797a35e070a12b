using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A binding to a role that nobody defines.</summary>
internal sealed class RbacDanglingRoleRef() : ManifestSetRule("HB3108", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var binding in set.Access.Bindings)
        {
            if (binding.IsBuiltIn || binding.RoleName.Known is not { } role || binding.RoleKind.Known is not { Value: "Role" or "ClusterRole" } kind || BuiltInRoles.IsName(role.Value))
                continue;
            var @namespace = kind.Value == "Role" ? binding.Object.Namespace : default;
            if (!@namespace.IsUnknown && !set.Named(kind.Value, @namespace, role.Value).Any())
                yield return Report(role.Location, binding.Object.LogicalPath, role.Value) with { LogicalPath = binding.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacDanglingRoleRef),
        Title = "Bound role is not defined",
        MessageFormat =
            "'{0}' gives the role '{1}', which the repository does not define and Kubernetes does not bring along; add it, or "
            + "correct the name",
        Rationale =
            "A binding to a role that does not exist is accepted and gives nothing. Whoever makes a role of that name later "
            + "decides what it gives.",
        WhenToIgnore = "When another repository, chart or operator makes the role.",
        CatalogueSlugs = ["rbac-dangling-role-ref"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Violations =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: [|shop-deployer|]
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
        Fixed =
        [
            new("binding.yaml", """
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
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [apps]
                    resources: [deployments]
                    verbs: [get]

                """),
        ],
    };
}
