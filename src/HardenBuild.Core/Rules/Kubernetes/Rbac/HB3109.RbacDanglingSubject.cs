using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A binding to an account that nobody defines.</summary>
internal sealed class RbacDanglingSubject() : ManifestSetRule("HB3109", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var binding in set.Access.Bindings)
        {
            foreach (var subject in binding.Subjects)
            {
                if (!subject.Kind.Is("ServiceAccount") || subject.Name.Known is not { } name || binding.IsBuiltIn)
                    continue;
                if (subject.Namespace.IsAbsent)
                    yield return ReportSubject(binding, name, "without a namespace, which the API asks for; add 'namespace'");
                else if (name.Value != ServiceAccounts.Default && subject.Namespace.Known is { Value: var other } && !BuiltInRoles.IsSystemNamespace(other) && !set.Named("ServiceAccount", subject.Namespace, name.Value).Any())
                    yield return ReportSubject(binding, name, "which the repository does not define; add it, or correct name and namespace");
            }
        }
    }

    private Finding ReportSubject(RoleBinding binding, Located<string> name, string problem) =>
        Report(name.Location, binding.Object.LogicalPath, name.Value, problem) with { LogicalPath = binding.Object.LogicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacDanglingSubject),
        Title = "Bound service account is not defined",
        MessageFormat = "'{0}' names the service account '{1}', {2}",
        Rationale =
            "A binding to an account that does not exist is accepted and gives nothing, and the pods that were meant fail with "
            + "'forbidden'. The API does not fill in the namespace of a service account.",
        WhenToIgnore = "When another repository, chart or operator makes the account.",
        CatalogueSlugs = ["rbac-dangling-subject"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
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
                  name: view
                subjects:
                  - kind: ServiceAccount
                    name: [|deployer|]

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
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: deployer
                  namespace: shop

                """),
        ],
    };
}
