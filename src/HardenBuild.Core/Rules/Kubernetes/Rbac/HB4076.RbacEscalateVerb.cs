using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>The verb <c>escalate</c> on roles.</summary>
internal sealed class RbacEscalateVerb() : GrantRule("HB4076", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Escalate(rule), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacEscalateVerb),
        Title = "Role may write roles with more power than its own",
        MessageFormat = "'{0}' allows '{1}' on roles, so whoever has the role becomes administrator; leave the verb out",
        Rationale =
            "Kubernetes lets nobody write a role with more power than they have themselves. 'escalate' lifts this limit, so that "
            + "changing a role is the same as owning the cluster.",
        WhenToIgnore = "When the role belongs to the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-escalate-verb"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.8"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV_K8S_158"],
        Related = ["kics:RBAC Roles Allow Privilege Escalation"],
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
                    verbs: [[|escalate|]]

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
