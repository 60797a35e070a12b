using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Making persistent volumes.</summary>
internal sealed class RbacCreatePersistentVolumes() : GrantRule("HB4090", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => role.IsClusterRole && rule.Allows("create") is not null ? Grant.Of(rule.Grant(ResourceType.PersistentVolumes)) : null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacCreatePersistentVolumes),
        Title = "Role may create persistent volumes",
        MessageFormat =
            "'{0}' allows creating '{1}', and one of type hostPath opens any folder of a node past the Pod Security Standards; "
            + "leave it to the storage provisioner",
        Rationale =
            "A claim that binds to such a volume brings the node's disk into a pod which itself asks for nothing forbidden, so "
            + "that no admission check of pods sees it.",
        WhenToIgnore = "When the role belongs to a storage provisioner.",
        CatalogueSlugs = ["rbac-create-persistent-volumes"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.9"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0278"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [[|persistentvolumes|]]
                    verbs: [get, create]

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
                    resources: [persistentvolumeclaims]
                    verbs: [get, create]

                """),
        ],
    };
}
