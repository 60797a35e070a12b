using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to secrets.</summary>
internal sealed class RbacWriteSecrets() : GrantRule("HB4177", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.IsNarrowed || rule.Allows("create", "update", "patch", "delete", "deletecollection", "impersonate") is null ? null : Grant.Of(rule.Grant(ResourceType.Secrets));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacWriteSecrets),
        Title = "Role may change secrets",
        MessageFormat =
            "'{0}' allows changing or deleting '{1}': passwords and certificates may be replaced by others; name single secrets "
            + "in 'resourceNames', or leave the verbs out",
        Rationale =
            "An attacker who may write secrets gives a workload another certificate or connection string, makes a token for a "
            + "service account, or stops the application by deleting what it needs.",
        WhenToIgnore = "When the role belongs to a controller that makes secrets, such as a certificate manager.",
        CatalogueSlugs = ["rbac-write-secrets"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0041", "trivy:KSV-0113", "kube-linter:access-to-secrets"],
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
                    resources: [[|secrets|]]
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
                    resources: [secrets]
                    resourceNames: [shop-tls]
                    verbs: [update]

                """),
        ],
    };
}
