using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary><c>nodes/proxy</c> for whoever has the role.</summary>
internal sealed class RbacNodesProxy() : GrantRule("HB4074", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.Connect(rule, ResourceType.NodesProxy), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacNodesProxy),
        Title = "Role may reach the API of the kubelet",
        MessageFormat =
            "'{0}' allows '{1}', so whoever has the role runs commands in every pod of every node without a trace; use "
            + "'nodes/metrics' or 'nodes/stats'",
        Rationale =
            "The proxy leads to the kubelet's own API, which runs commands in every pod of the node, reads all logs and asks "
            + "neither admission control nor the audit log. 'get' is enough to open it.",
        WhenToIgnore = "When an old monitoring agent cannot do with 'nodes/metrics', until it is replaced.",
        CatalogueSlugs = ["rbac-nodes-proxy"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.10"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0047", "kubescape:C-0279"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [[|nodes/proxy|]]
                    verbs: [create, get]

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
                  - apiGroups: [""]
                    resources: [nodes/metrics]
                    verbs: [get]

                """),
        ],
    };
}
