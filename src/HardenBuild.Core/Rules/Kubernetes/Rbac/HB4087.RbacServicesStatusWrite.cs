using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A program that may write the status of services.</summary>
internal sealed class RbacServicesStatusWrite() : ManifestSetRule("HB4087", RuleSeverity.Error, RuleSeverity.Error)
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
            if (rule.Allows("update", "patch") is not null && rule.Grant(ResourceType.ServicesStatus) is { } grant)
                return grant;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacServicesStatusWrite),
        Title = "Service account may catch the traffic of other addresses",
        MessageFormat =
            "'{0}' lets the service account or node '{1}' write '{2}', by which traffic for any address outside is caught inside "
            + "the cluster; bind a role without it",
        Rationale =
            "The address in a service's status is taken for the service's own by every node. Who writes it receives what pods "
            + "send to that address (CVE-2020-8554).",
        WhenToIgnore = "When the program assigns addresses to load balancers, such as MetalLB or a cloud controller manager.",
        CatalogueSlugs = ["rbac-services-status-write"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(441), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV2_K8S_4"],
        Violations =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [services/status]
                    verbs: [patch]
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
                  - apiGroups: [""]
                    resources: [services]
                    verbs: [get]
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
