using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Making clusterrolebindings with the right to bind any role.</summary>
internal sealed class RbacCreateClusterrolebindingWithBind() : GrantRule("HB4080", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.Allows("create") is not null && rule.Grant(ResourceType.ClusterRoleBindings) is { } binding && role.Rules.Any(BindsAnyRole) ? new Grant(binding) : null;

    private static bool BindsAnyRole(PolicyRule rule) =>
        (!rule.IsNarrowed || rule.ResourceNames.Contains("*")) && rule.Allows("bind") is not null && rule.Grant(ResourceType.ClusterRoles) is not null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacCreateClusterrolebindingWithBind),
        Title = "Role may give itself any role",
        MessageFormat =
            "'{0}' may create '{1}' and bind any role, so whoever has it makes itself administrator; name the roles that may be "
            + "bound in 'resourceNames'",
        Rationale =
            "Creating a binding alone gives only what the caller has already. Together with 'bind' on roles without names it "
            + "gives everything, in the whole cluster.",
        WhenToIgnore = "When the role belongs to the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-create-clusterrolebinding-with-bind"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0052"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [[|clusterrolebindings|]]
                    verbs: [create]
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [clusterroles]
                    verbs: [bind]

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
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [clusterrolebindings]
                    verbs: [create]
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [clusterroles]
                    resourceNames: [view]
                    verbs: [bind]

                """),
        ],
    };
}
