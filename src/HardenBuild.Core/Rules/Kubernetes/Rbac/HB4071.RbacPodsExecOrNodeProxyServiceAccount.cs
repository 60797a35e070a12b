using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A program that may run commands in pods.</summary>
internal sealed class RbacPodsExecOrNodeProxyServiceAccount() : ManifestSetRule("HB4071", RuleSeverity.Error, RuleSeverity.Error)
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
            if (!rule.IsNarrowed && rule.Allows("create") is not null && (rule.Grant(ResourceType.PodsExec) ?? rule.Grant(ResourceType.NodesProxy)) is { } grant)
                return grant;
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacPodsExecOrNodeProxyServiceAccount),
        Title = "Service account may run commands in pods or reach the kubelet",
        MessageFormat =
            "'{0}' lets the service account or node '{1}' use '{2}', so whoever takes over one of its pods runs commands in "
            + "others; bind a role without it",
        Rationale =
            "A program hardly ever needs a shell in another one. Its token lies in each of its pods, so that a flaw in one "
            + "container becomes a command line in all.",
        WhenToIgnore = "When the program is a tool for running commands in pods, such as a backup with hooks.",
        CatalogueSlugs = ["rbac-pods-exec-or-node-proxy-service-account"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV2_K8S_2"],
        Violations =
        [
            new("binding.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [pods/exec]
                    verbs: [create]
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
                    resources: [pods]
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
