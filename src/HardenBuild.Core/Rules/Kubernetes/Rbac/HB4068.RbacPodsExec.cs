using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary><c>pods/exec</c> for whoever has the role.</summary>
internal sealed class RbacPodsExec() : GrantRule("HB4068", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Connect(rule, ResourceType.PodsExec), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsExec),
        Title = "Role may run commands in pods",
        MessageFormat =
            "'{0}' allows '{1}', so whoever has the role runs commands in every pod in reach; leave it out, or give it for a "
            + "limited time",
        Rationale =
            "A shell in a running container reads its memory, files, environment and the token of its service account, and acts "
            + "in its name. None of it appears in an image, a manifest or a review.",
        WhenToIgnore = "When the role is for people who support the application and the access is time-limited and logged.",
        CatalogueSlugs = ["rbac-pods-exec"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0053", "kubescape:C-0002"],
        Related = ["kics:RBAC Roles with Exec Permission"],
        ComparedWith = "A websocket opens with 'get', so 'get' counts here as well; trivy and kubescape look at 'create' only.",
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
                    resources: [[|pods/exec|]]
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
