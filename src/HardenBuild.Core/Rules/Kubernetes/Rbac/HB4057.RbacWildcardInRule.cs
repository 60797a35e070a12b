using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A rule with <c>*</c> in one of its lists.</summary>
internal sealed class RbacWildcardInRule() : GrantRule("HB4057", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule)
    {
        foreach (var item in rule.Resources.Items)
        {
            if (item.Value == "*" || item.Value.EndsWith("/*", StringComparison.Ordinal))
                return new Grant(item);
        }

        return Grant.Of(rule.EveryVerb) ?? Grant.Of(rule.EveryGroup, RuleSeverity.Suggestion);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacWildcardInRule),
        Title = "Role uses a wildcard",
        MessageFormat = "'{0}' allows '{1}', which includes whatever Kubernetes and its extensions add later; name what is needed",
        Rationale =
            "A wildcard grows with the cluster: each new kind, subresource or verb is granted without anybody deciding so. "
            + "Secrets and the powers to impersonate and escalate are included from the start.",
        WhenToIgnore =
            "When the role belongs to a tool that handles kinds which it cannot know, such as a backup or garbage collector.",
        CatalogueSlugs = ["rbac-wildcard-in-rule"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732), RuleReference.CisKubernetes("5.1.3"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0187", "kics:RBAC Wildcard In Rule"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [apps]
                    resources: [deployments]
                    verbs: [[|"*"|]]

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
                  - apiGroups: [apps]
                    resources: [deployments]
                    verbs: [get, list, watch]

                """),
        ],
    };
}
