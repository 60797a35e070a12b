using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>The verb <c>impersonate</c>.</summary>
internal sealed class RbacImpersonate() : GrantRule("HB4075", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Impersonate(rule), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacImpersonate),
        Title = "Role may act as somebody else",
        MessageFormat =
            "'{0}' allows '{1}' on users, groups or service accounts, so whoever has the role acts as anybody, administrators "
            + "included; limit it with 'resourceNames', or leave it out",
        Rationale =
            "Whoever impersonates the group 'system:masters' passes every check of the API server. The audit log names the "
            + "pretended user first.",
        WhenToIgnore =
            "When the role belongs to a proxy that authenticates users itself and passes their names on, and nobody else can "
            + "reach its token.",
        CatalogueSlugs = ["rbac-impersonate"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.8"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0043", "checkov:CKV2_K8S_3", "kubescape:C-0065"],
        Related = ["kics:RBAC Roles with Impersonate Permission"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [users, groups]
                    verbs: [[|impersonate|]]

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
                  - apiGroups: [authentication.k8s.io]
                    resources: [tokenreviews]
                    verbs: [create]

                """),
        ],
    };
}
