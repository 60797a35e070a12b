using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary><c>pods/attach</c> for whoever has the role.</summary>
internal sealed class RbacPodsAttach() : GrantRule("HB4069", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Connect(rule, ResourceType.PodsAttach), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsAttach),
        Title = "Role may attach to pods",
        MessageFormat =
            "'{0}' allows '{1}', so whoever has the role reads and types into the processes of every pod in reach; leave it out, "
            + "or give it for a limited time",
        Rationale =
            "Attaching to a container reads what it prints and types into its standard input, which for a shell or an "
            + "interpreter means running commands in its name.",
        WhenToIgnore = "When the role is for people who support the application and the access is time-limited and logged.",
        CatalogueSlugs = ["rbac-pods-attach"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kics:RBAC Roles with Attach Permission"],
        Related = ["trivy:KSV-0054"],
        ComparedWith = "trivy asks for a second rule with the group '*' and so hardly ever reports it.",
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
                    resources: [[|pods/attach|]]
                    verbs: [create, get]

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
