using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A binding to a role that may do everything.</summary>
internal sealed class RbacClusterAdminBinding() : ManifestSetRule("HB4061", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var binding in set.Access.Bindings)
        {
            if (binding.IsBuiltIn || binding.RoleName.Known is not { } role)
                continue;
            var isEverything = binding.IsToClusterAdmin || (set.Access.RoleOf(binding) is { } given && set.Access.RulesOf(given).Any(Permissions.IsFullControl));
            if (isEverything && !binding.Subjects.All(static subject => subject.Name.Is("system:masters")))
            {
                yield return Report(role.Location, binding.Object.LogicalPath, role.Value) with
                {
                    LogicalPath = binding.Object.LogicalPath,
                    AtMost = binding.IsClusterWide ? RuleSeverity.Error : RuleSeverity.Warning,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacClusterAdminBinding),
        Title = "Full control is bound",
        MessageFormat = "'{0}' gives full control by the role '{1}'; bind a role with the verbs and resources that are needed",
        Rationale =
            "Whoever acts as one of the subjects reads every secret, changes every workload and every rule of access. A stolen "
            + "token or a mistaken command then reaches everything at once.",
        WhenToIgnore = "When the subjects are the administrators of the cluster, or the tool that installs it.",
        CatalogueSlugs = ["rbac-cluster-admin-binding"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.1"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0111", "kube-linter:cluster-admin-role-binding", "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole", "polaris:rolebindingClusterAdminRole", "kubescape:C-0185", "kics:Cluster Admin Rolebinding With Superuser Permissions"],
        ComparedWith =
            "In a single namespace, by a RoleBinding, it is a warning at most. A role of the repository that allows everything "
            + "counts as 'cluster-admin'; one out of sight does not.",
        Violations =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-deployer
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: [|cluster-admin|]
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
        Fixed =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: edit
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
