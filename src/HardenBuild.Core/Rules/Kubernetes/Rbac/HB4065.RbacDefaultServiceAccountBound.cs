using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A role for the account <c>default</c>.</summary>
internal sealed class RbacDefaultServiceAccountBound() : ManifestRule("HB4065", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.RoleBinding is not { IsBuiltIn: false } binding)
            yield break;
        foreach (var subject in binding.Subjects)
        {
            if (subject.Kind.Is("ServiceAccount") && subject.Name.Is("default"))
                yield return Report(subject.Location, manifest.LogicalPath, subject.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacDefaultServiceAccountBound),
        Title = "Role is bound to the default service account",
        MessageFormat =
            "'{0}' gives its role to the service account '{1}', that is to every pod of the namespace which names none; give the "
            + "workload an account of its own",
        Rationale =
            "Each pod without 'serviceAccountName' runs as 'default'. A role for it reaches pods that nobody thought of, among "
            + "them those that come later.",
        WhenToIgnore = "When the namespace holds a single application and its pods have to share the account.",
        CatalogueSlugs = ["rbac-default-service-account-bound"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.5"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV_K8S_42", "kubescape:C-0225", "kubescape:C-0239", "kics:Role Binding To Default Service Account"],
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
                    name: [|default|]
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
