using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A binding to <c>admin</c> or <c>edit</c>.</summary>
internal sealed class RbacAdminOrEditBinding() : ManifestRule("HB4178", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.RoleBinding is { IsBuiltIn: false, RoleName.Known: { Value: "admin" or "edit" } role } binding && !binding.RoleKind.Is("Role"))
            yield return Report(role.Location, manifest.LogicalPath, role.Value) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacAdminOrEditBinding),
        Title = "Broad built-in role is bound",
        MessageFormat =
            "'{0}' gives the role '{1}', which reads all secrets and changes all workloads of its reach; bind a role with what "
            + "is needed",
        Rationale =
            "'edit' and 'admin' are made for people who run applications. They include secrets, the command line of every pod "
            + "and every service account of the namespace.",
        WhenToIgnore = "When the subjects are the people or the pipeline that run the application in this namespace.",
        CatalogueSlugs = ["rbac-admin-or-edit-binding"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0111"],
        Violations =
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
                  name: [|edit|]
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
                  name: view
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
