using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary><c>pods/portforward</c> for whoever has the role.</summary>
internal sealed class RbacPodsPortforward() : GrantRule("HB4072", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Connect(rule, ResourceType.PodsPortForward), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsPortforward),
        Title = "Role may forward ports of pods",
        MessageFormat =
            "'{0}' allows '{1}', so whoever has the role reaches every port of the pods past policies and ingress; leave it out, "
            + "or give it for a limited time",
        Rationale =
            "Forwarding a port reaches every port of a pod past NetworkPolicies, ingress and their authentication: "
            + "administration pages, debuggers and databases that listen for the pod's own use.",
        WhenToIgnore = "When the role is for people who support the application and the access is time-limited and logged.",
        CatalogueSlugs = ["rbac-pods-portforward"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0063"],
        Related = ["kics:RBAC Roles with Port-Forwarding Permission"],
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
                    resources: [[|pods/portforward|]]
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
