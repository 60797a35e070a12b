using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to config maps.</summary>
internal sealed class RbacManageConfigmaps() : GrantRule("HB4083", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.IsNarrowed || rule.Allows("create", "update", "patch", "delete", "deletecollection", "impersonate") is null ? null : Grant.Of(rule.Grant(ResourceType.ConfigMaps));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacManageConfigmaps),
        Title = "Role may change config maps",
        MessageFormat =
            "'{0}' allows changing '{1}', which hold settings, scripts and in 'kube-system' the cluster's own configuration; "
            + "name single ones in 'resourceNames'",
        Rationale =
            "Applications trust their configuration. Who may write it points them to another server, switches features on or "
            + "stops them, without touching an image or a deployment.",
        WhenToIgnore = "When the role belongs to a controller that makes config maps of its own.",
        CatalogueSlugs = ["rbac-manage-configmaps"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0049"],
        ComparedWith = "Roles for the election of a leader name their config map and are accepted.",
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
                    resources: [[|configmaps|]]
                    verbs: [create, update]

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
                    resources: [configmaps]
                    resourceNames: [shop-leader]
                    verbs: [update]

                """),
        ],
    };
}
