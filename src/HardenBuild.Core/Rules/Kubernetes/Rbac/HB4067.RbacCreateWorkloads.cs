using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to pods and what makes them.</summary>
internal sealed class RbacCreateWorkloads() : GrantRule("HB4067", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.ChangeWorkloads(rule), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacCreateWorkloads),
        Title = "Role may create or change workloads",
        MessageFormat =
            "'{0}' allows creating, changing or deleting '{1}', and whoever makes a pod uses any secret and service account of "
            + "the namespace; leave the verbs to the tool that deploys",
        Rationale =
            "A new pod may mount every secret of its namespace and run as every service account in it. Where no Pod Security "
            + "Standard is enforced it may also run privileged and take the node.",
        WhenToIgnore =
            "When the role belongs to the pipeline or GitOps tool that deploys the application, or to an operator that makes "
            + "pods.",
        CatalogueSlugs = ["rbac-create-workloads"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.4"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0048", "kube-linter:access-to-create-pods", "kubescape:C-0188", "kics:Permissive Access to Create Pods"],
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
                    resources: [[|pods|]]
                    verbs: [get, create]

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
                    resources: [pods]
                    verbs: [get, list]

                """),
        ],
    };
}
