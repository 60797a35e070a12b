using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Deleting events.</summary>
internal sealed class RbacDeleteEvents() : GrantRule("HB4092", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.Allows("delete", "deletecollection") is null ? null : Grant.Of(rule.Grant(ResourceType.Events), Limited(role, rule));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacDeleteEvents),
        Title = "Role may delete events",
        MessageFormat = "'{0}' allows deleting '{1}', the record of what happened in the cluster; leave the verb out",
        Rationale = "Events show failed pulls, killed pods and denied mounts. Who deletes them hides what an attack left behind.",
        WhenToIgnore = "When the role belongs to a tool that cleans up old events.",
        CatalogueSlugs = ["rbac-delete-events"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(778), RuleReference.OwaspKubernetes("K05:2022"), RuleReference.OwaspKubernetes("K10:2025")],
        Aliases = ["kubescape:C-0031"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [[|events|]]
                    verbs: [get, delete]

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
                    resources: [events]
                    verbs: [get, create, patch]

                """),
        ],
    };
}
