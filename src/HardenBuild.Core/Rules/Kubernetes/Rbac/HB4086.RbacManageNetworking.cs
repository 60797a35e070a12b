using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to services, ingresses and network policies.</summary>
internal sealed class RbacManageNetworking() : GrantRule("HB4086", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.Allows("create", "update", "patch", "delete", "deletecollection", "impersonate") is null ? null : Grant.Of(rule.Grant(ResourceType.Networking), Limited(role, rule));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacManageNetworking),
        Title = "Role may change where traffic goes",
        MessageFormat =
            "'{0}' allows changing '{1}', so whoever has the role redirects traffic or opens what policies close; leave the "
            + "verbs to the tool that deploys",
        Rationale =
            "Services, endpoints and routes decide which pod answers for a name, and network policies who may ask. Who changes "
            + "them listens in on other applications or opens a way into them.",
        WhenToIgnore = "When the role belongs to a controller of networks, or to the pipeline that deploys the application.",
        CatalogueSlugs = ["rbac-manage-networking"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0056"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [networking.k8s.io]
                    resources: [[|networkpolicies|]]
                    verbs: [get, delete]

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
                  - apiGroups: [networking.k8s.io]
                    resources: [networkpolicies]
                    verbs: [get, list]

                """),
        ],
    };
}
