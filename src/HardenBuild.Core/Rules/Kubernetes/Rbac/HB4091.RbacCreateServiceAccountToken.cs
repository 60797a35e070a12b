using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Making tokens of service accounts.</summary>
internal sealed class RbacCreateServiceAccountToken() : GrantRule("HB4091", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.Allows("create") is null ? null : Grant.Of(rule.Grant(ResourceType.ServiceAccountsToken), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacCreateServiceAccountToken),
        Title = "Role may make tokens for service accounts",
        MessageFormat =
            "'{0}' allows creating '{1}', so whoever has the role acts as every service account in reach; name the accounts in "
            + "'resourceNames'",
        Rationale =
            "A token that the API hands out this way has all rights of its account and lives as long as the caller asks for. "
            + "Nothing is mounted and no pod is made, so nobody notices.",
        WhenToIgnore = "When the role belongs to a component that gets tokens for others by design, such as a CSI driver for secrets.",
        CatalogueSlugs = ["rbac-create-service-account-token"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.13"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0282"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: shop
                rules:
                  - apiGroups: [""]
                    resources: [[|serviceaccounts/token|]]
                    verbs: [create]

                """),
        ],
        Fixed =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: shop
                rules:
                  - apiGroups: [""]
                    resources: [serviceaccounts]
                    verbs: [get]

                """),
        ],
    };
}
