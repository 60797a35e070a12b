using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>The verb <c>bind</c> on roles.</summary>
internal sealed class RbacBindVerb() : GrantRule("HB4077", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Bind(rule), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacBindVerb),
        Title = "Role may give away roles that it does not have",
        MessageFormat =
            "'{0}' allows '{1}' on roles, so whoever has the role becomes administrator; leave the verb out, or name the roles "
            + "in 'resourceNames'",
        Rationale =
            "Kubernetes lets nobody give away a role that they do not have themselves. 'bind' lifts this limit, so that making a "
            + "binding to 'cluster-admin' is one request away.",
        WhenToIgnore = "When the role belongs to the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-bind-verb"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.8"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Related = ["checkov:CKV_K8S_157"],
        ComparedWith = "checkov looks for the verb on bindings; the API server asks for it on roles.",
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [clusterroles]
                    verbs: [[|bind|]]

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
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [clusterroles]
                    verbs: [get, list]

                """),
        ],
    };
}
