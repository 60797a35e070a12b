using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A rule with <c>*</c> as groups, resources and verbs.</summary>
internal sealed class RbacWildcardAll() : GrantRule("HB4056", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.IsEverything ? new Grant(rule.EveryResource!.Value) { Also = [rule.EveryVerb!.Value, rule.EveryGroup!.Value] } : null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacWildcardAll),
        Title = "Role may do everything",
        MessageFormat =
            "'{0}' allows every verb on every resource, the same as 'cluster-admin'; name the groups, resources and verbs that "
            + "are needed",
        Rationale =
            "Whoever gets hold of a token with this role owns the cluster, or the namespace, now and with every resource that is "
            + "added later: it may read all secrets, run privileged pods and grant itself whatever it lacks.",
        WhenToIgnore =
            "When the role belongs to an operator or a deployment tool that is meant to have this power and whose own access is "
            + "guarded accordingly.",
        CatalogueSlugs = ["rbac-wildcard-all"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732), RuleReference.CisKubernetes("5.1.3"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0044"],
        Related = ["kubescape:C-0035"],
        RollsUp = ["HB4057", "HB4058", "HB4059", "HB4060", "HB4066", "HB4067", "HB4068", "HB4069", "HB4070", "HB4072", "HB4073", "HB4074", "HB4075", "HB4076", "HB4077", "HB4078", "HB4079", "HB4080", "HB4081", "HB4083", "HB4084", "HB4086", "HB4088", "HB4089", "HB4090", "HB4091", "HB4092", "HB4093", "HB4094", "HB4177"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: ["*"]
                    resources: [[|"*"|]]
                    verbs: ["*"]

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
