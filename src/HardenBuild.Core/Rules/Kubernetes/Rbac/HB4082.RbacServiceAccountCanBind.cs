using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A program that may bind roles.</summary>
internal sealed class RbacServiceAccountCanBind() : ManifestSetRule("HB4082", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var binding in set.Access.Bindings)
        {
            if (binding.IsBuiltIn || binding.RoleName.Known is not { } name || set.Access.RoleOf(binding) is not { IsBuiltIn: false } role)
                continue;
            if (FirstOf(binding) is not { } subject || FirstOf(set.Access.RulesOf(role)) is not { } grant)
                continue;
            yield return Report(name.Location, binding.Object.LogicalPath, subject, grant.Value) with
            {
                LogicalPath = binding.Object.LogicalPath,
                Related = [new RelatedLocation(grant.Location, "Allowed here")],
            };
        }
    }

    private static string? FirstOf(RoleBinding binding) =>
        binding.Subjects.FirstOrDefault(static subject => subject.IsServiceAccountOrNode) is { } subject ? subject.Name.Known?.Value ?? "" : null;

    private static Located<string>? FirstOf(IEnumerable<PolicyRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!rule.IsNarrowed && rule.Allows("bind") is not null && (rule.Grant(ResourceType.AnyBinding) ?? rule.Grant(ResourceType.AnyRole)) is { } grant)
                return grant;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacServiceAccountCanBind),
        Title = "Service account may bind roles",
        MessageFormat =
            "'{0}' lets the service account or node '{1}' bind '{2}', so whoever takes over one of its pods gives itself any "
            + "role; bind a role without the verb",
        Rationale =
            "'bind' lifts the limit that nobody gives away more than they have. In the hands of a program it turns a flaw in one "
            + "container into control of the cluster.",
        WhenToIgnore = "When the program is the component that manages all access in the cluster.",
        CatalogueSlugs = ["rbac-service-account-can-bind"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV2_K8S_1"],
        Violations =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [rolebindings]
                    verbs: [create, bind]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-deployer
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: [|shop-operator|]
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
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [rbac.authorization.k8s.io]
                    resources: [rolebindings]
                    verbs: [get, list]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-deployer
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: shop-operator
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
