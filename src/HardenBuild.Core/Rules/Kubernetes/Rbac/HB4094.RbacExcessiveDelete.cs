using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Deleting what applications are made of.</summary>
internal sealed class RbacExcessiveDelete() : GrantRule("HB4094", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override Grant? Find(Role role, PolicyRule rule) => rule.IsNarrowed || rule.Allows("delete", "deletecollection") is null ? null : Grant.Of(rule.Grant(ResourceType.Destructible));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacExcessiveDelete),
        Title = "Role may delete workloads, services or secrets",
        MessageFormat =
            "'{0}' allows deleting '{1}', so one stolen token stops the application or destroys its data; leave the verb to the "
            + "tool that deploys",
        Rationale =
            "Deletion needs no further right and has no confirmation. A role for an application that only reads its own settings "
            + "has no use for it.",
        WhenToIgnore = "When the role belongs to the pipeline or GitOps tool that deploys the application, or to an operator.",
        CatalogueSlugs = ["rbac-excessive-delete"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0007"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: shop
                rules:
                  - apiGroups: [apps]
                    resources: [[|deployments|]]
                    verbs: [get, delete]

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
                  - apiGroups: [apps]
                    resources: [deployments]
                    verbs: [get, list]

                """),
        ],
    };
}
