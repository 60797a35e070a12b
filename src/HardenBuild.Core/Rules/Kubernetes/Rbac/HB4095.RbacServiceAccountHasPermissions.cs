using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>An account with a role: an inventory.</summary>
internal sealed class RbacServiceAccountHasPermissions() : ManifestSetRule("HB4095", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var binding in set.Access.Bindings)
        {
            foreach (var subject in binding.Subjects)
            {
                if (subject.Kind.Is("ServiceAccount") && subject.Name.Known is { } name)
                    yield return Report(name.Location, name.Value, binding.Object.LogicalPath) with { LogicalPath = binding.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacServiceAccountHasPermissions),
        Title = "Service account has permissions",
        MessageFormat = "'{0}' has a role by '{1}'; check that its pods need it",
        Rationale =
            "An inventory of all service accounts that may do something, for a review of access. It is off by default: most "
            + "findings are as they should be.",
        WhenToIgnore = "Always, unless a review of access is under way.",
        CatalogueSlugs = ["rbac-service-account-has-permissions"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0053"],
        Violations =
        [
            new("access.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: deployer
                  namespace: shop
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: view
                subjects:
                  - kind: ServiceAccount
                    name: [|deployer|]
                    namespace: shop

                """),
        ],
        Fixed =
        [
            new("access.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: deployer
                  namespace: shop
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: view
                subjects:
                  - kind: User
                    name: other

                """),
        ],
    };
}
