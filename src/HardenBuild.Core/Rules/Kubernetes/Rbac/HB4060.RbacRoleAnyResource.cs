using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A Role about <c>*</c> resources.</summary>
internal sealed class RbacRoleAnyResource() : GrantRule("HB4060", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        role.IsClusterRole == false && !rule.IsNarrowed && rule.Allows("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "impersonate") is not null
            ? Grant.Of(rule.EveryResource)
            : null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacRoleAnyResource),
        Title = "Role reaches every resource of its namespace",
        MessageFormat =
            "'{0}' reaches every resource of its groups in the namespace, secrets included; name the resources that are needed",
        Rationale =
            "Whoever holds the role reads or changes all that lies in the namespace: its secrets, its pods, its configuration. A "
            + "stolen token of one application then is enough for all of them.",
        WhenToIgnore = "When the role belongs to the tool that deploys everything in the namespace.",
        CatalogueSlugs = ["rbac-role-any-resource"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0112"],
        RollsUp = ["HB4057", "HB4066", "HB4067", "HB4068", "HB4069", "HB4070", "HB4072", "HB4073", "HB4074", "HB4081", "HB4083", "HB4084", "HB4086", "HB4088", "HB4090", "HB4091", "HB4092", "HB4093", "HB4094", "HB4177"],
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
                    resources: [[|"*"|]]
                    verbs: [get, list, watch]

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
                    resources: [pods, services, endpoints]
                    verbs: [get, list, watch]

                """),
        ],
    };
}
