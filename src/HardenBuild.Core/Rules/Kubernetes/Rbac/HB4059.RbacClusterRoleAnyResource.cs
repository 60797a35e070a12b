using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A ClusterRole about <c>*</c> resources.</summary>
internal sealed class RbacClusterRoleAnyResource() : GrantRule("HB4059", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        role.IsClusterRole == true && !rule.IsNarrowed && rule.Allows("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "impersonate") is not null
            ? Grant.Of(rule.EveryResource)
            : null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacClusterRoleAnyResource),
        Title = "Cluster role reaches every resource",
        MessageFormat =
            "'{0}' reaches every resource of its groups in all namespaces, secrets included; name the resources that are needed",
        Rationale =
            "Even a role that only reads '*' reads all secrets of the cluster, which hold the tokens and passwords for the rest. "
            + "What is added to the groups later is granted as well.",
        WhenToIgnore =
            "When the role belongs to an operator or a deployment tool that is meant to have this power and whose own access is "
            + "guarded accordingly.",
        CatalogueSlugs = ["rbac-cluster-role-any-resource"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0046"],
        RollsUp = ["HB4057", "HB4066", "HB4067", "HB4068", "HB4069", "HB4070", "HB4072", "HB4073", "HB4074", "HB4081", "HB4083", "HB4084", "HB4086", "HB4088", "HB4090", "HB4091", "HB4092", "HB4093", "HB4094", "HB4177"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
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
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [pods, services, endpoints]
                    verbs: [get, list, watch]

                """),
        ],
    };
}
