using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>All verbs on secrets, workloads or RBAC objects.</summary>
internal sealed class RbacWildcardVerbOnSensitiveResource() : GrantRule("HB4058", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule)
    {
        if (rule.EveryVerb is not { } verb || rule.Grant(ResourceType.Sensitive) is not { } resource)
            return null;
        var places = rule.Resources.Items.Where(item => item != resource).ToList();
        return new Grant(verb) { Also = [resource, .. places], AtMost = rule.IsNarrowed ? RuleSeverity.Warning : RuleSeverity.Error };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacWildcardVerbOnSensitiveResource),
        Title = "Role may do anything with a sensitive resource",
        MessageFormat =
            "'{0}' allows every verb on secrets, workloads or the rules of access themselves; name the verbs that are needed",
        Rationale =
            "On these resources each verb is a step to more power: reading secrets gives passwords, making pods gives every "
            + "service account of the namespace, and changing roles gives everything.",
        WhenToIgnore =
            "When the role belongs to an operator or a deployment tool that is meant to have this power and whose own access is "
            + "guarded accordingly.",
        CatalogueSlugs = ["rbac-wildcard-verb-on-sensitive-resource"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0045"],
        RollsUp = ["HB4057", "HB4066", "HB4067", "HB4075", "HB4076", "HB4077", "HB4078", "HB4081", "HB4094", "HB4177", "HB4086", "HB4083", "HB4084"],
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
                    resources: [secrets]
                    verbs: [[|"*"|]]

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
                    resources: [secrets]
                    resourceNames: [shop-tls]
                    verbs: [get]

                """),
        ],
    };
}
