using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Ephemeral containers for whoever has the role.</summary>
internal sealed class RbacPodsEphemeralContainers() : GrantRule("HB4073", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.Allows("patch", "update") is null ? null : Grant.Of(rule.Grant(ResourceType.PodsEphemeralContainers), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsEphemeralContainers),
        Title = "Role may add containers to running pods",
        MessageFormat =
            "'{0}' allows changing '{1}', so whoever has the role runs an image of choice inside every pod in reach; leave it "
            + "out, or give it for a limited time",
        Rationale =
            "An ephemeral container joins a running pod with an image of the caller's choice. It shares the pod's network and "
            + "volumes and, where asked for, its processes, and never passes the review that the workload had.",
        WhenToIgnore = "When the role is for people who debug the application and the access is time-limited and logged.",
        CatalogueSlugs = ["rbac-pods-ephemeral-containers"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
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
                    resources: [[|pods/ephemeralcontainers|]]
                    verbs: [patch]

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
