using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>One of the verbs that lift the limits of RBAC.</summary>
internal sealed class RbacEscalateBindImpersonateAny() : GrantRule("HB4078", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.Grant(ResourceType.AnyRole) is null && rule.Grant(ResourceType.AnyBinding) is null
            ? null
            : Grant.Of(rule.Allows("escalate", "bind", "impersonate"), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacEscalateBindImpersonateAny),
        Title = "Role may lift the limits of access control",
        MessageFormat = "'{0}' allows '{1}' on roles or bindings, so whoever has the role becomes administrator; leave the verb out",
        Rationale =
            "'escalate', 'bind' and 'impersonate' exist to get around the rule that nobody gives away more than they have. With "
            + "one of them a role is as strong as 'cluster-admin', whatever else it says.",
        WhenToIgnore = "When the role belongs to the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-escalate-bind-impersonate-any"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.8"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0050", "kubescape:C-0191", "checkov:CKV_K8S_157"],
        RollsUp = ["HB4075", "HB4076", "HB4077"],
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
                    verbs: [get, [|bind|]]

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
