using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Changing bindings.</summary>
internal sealed class RbacPatchRolebindings() : GrantRule("HB4081", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.Allows("patch", "update") is null || !CanGet(role) ? null : Grant.Of(rule.Grant(ResourceType.AnyBinding), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    private static bool CanGet(Role role) => role.Rules.Any(static rule => rule.Allows("get", "list", "watch") is not null && rule.Grant(ResourceType.AnyBinding) is not null);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPatchRolebindings),
        Title = "Role may change who has which role",
        MessageFormat =
            "'{0}' allows changing '{1}', so whoever has the role adds itself to any binding whose role it could hold; leave the "
            + "verbs out",
        Rationale =
            "A binding that exists already carries its role. Who may change its subjects gets the role without ever being "
            + "allowed to create a binding.",
        WhenToIgnore = "When the role belongs to the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-patch-rolebindings"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0055"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [[|rolebindings|]]
                    verbs: [get, patch]

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
                    resources: [rolebindings]
                    verbs: [get, list]

                """),
        ],
    };
}
