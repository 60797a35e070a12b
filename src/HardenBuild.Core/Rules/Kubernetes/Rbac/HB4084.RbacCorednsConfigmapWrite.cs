using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to the settings of the cluster's DNS.</summary>
internal sealed class RbacCorednsConfigmapWrite() : GrantRule("HB4084", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) =>
        rule.Allows("update", "patch") is not null && ReachesCoreDns(rule) && (role.IsClusterRole || role.Object.Namespace.Is("kube-system"))
            ? Grant.Of(rule.Grant(ResourceType.ConfigMaps))
            : null;

    private static bool ReachesCoreDns(PolicyRule rule) => !rule.IsNarrowed || rule.ResourceNames.Contains("coredns");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacCorednsConfigmapWrite),
        Title = "Role may change the names that the cluster resolves",
        MessageFormat =
            "'{0}' allows changing '{1}' where the settings of CoreDNS lie, so whoever has the role leads any name to a server "
            + "of choice; name other config maps in 'resourceNames'",
        Rationale =
            "The config map 'coredns' in 'kube-system' decides what every name in the cluster stands for. Whoever changes it "
            + "reads and answers the traffic between all applications.",
        WhenToIgnore = "When the role belongs to the tool that manages the cluster's DNS.",
        CatalogueSlugs = ["rbac-coredns-configmap-write"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0037"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: kube-system
                rules:
                  - apiGroups: [""]
                    resources: [[|configmaps|]]
                    verbs: [get, update]

                """),
        ],
        Fixed =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: kube-system
                rules:
                  - apiGroups: [""]
                    resources: [configmaps]
                    resourceNames: [shop-leader]
                    verbs: [get, update]

                """),
        ],
    };
}
