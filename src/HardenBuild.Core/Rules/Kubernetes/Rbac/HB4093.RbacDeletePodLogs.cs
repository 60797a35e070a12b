using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Deleting logs, which the API does not offer.</summary>
internal sealed class RbacDeletePodLogs() : GrantRule("HB4093", RuleSeverity.None, RuleSeverity.None)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.Allows("delete", "deletecollection") is null ? null : Grant.Of(rule.Grant(ResourceType.PodsLog));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacDeletePodLogs),
        Title = "Role names a verb that logs do not have",
        MessageFormat = "'{0}' allows deleting '{1}', which the API only lets read; remove the verb",
        Rationale =
            "'pods/log' knows 'get' alone. The verb has no effect today; other tools report it because its writer meant to allow "
            + "the removal of traces.",
        WhenToIgnore = "Always, unless another tool's report is to be matched: the rule is off by default.",
        CatalogueSlugs = ["rbac-delete-pod-logs"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(778), RuleReference.OwaspKubernetes("K05:2022"), RuleReference.OwaspKubernetes("K10:2025")],
        Aliases = ["trivy:KSV-0042"],
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
                    resources: [[|pods/log|]]
                    verbs: [get, delete]

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
                    resources: [pods/log]
                    verbs: [get]

                """),
        ],
    };
}
