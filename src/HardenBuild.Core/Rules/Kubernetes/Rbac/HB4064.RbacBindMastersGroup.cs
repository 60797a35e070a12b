using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A role for <c>system:masters</c>.</summary>
internal sealed class RbacBindMastersGroup() : ManifestRule("HB4064", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.RoleBinding is not { IsBuiltIn: false } binding)
            yield break;
        foreach (var subject in binding.Subjects)
        {
            if (subject.Kind.Is("Group") && subject.Name.Is("system:masters"))
                yield return Report(subject.Location, manifest.LogicalPath, subject.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacBindMastersGroup),
        Title = "Role is bound to the group that passes every check",
        MessageFormat =
            "'{0}' names '{1}', whose members pass every check of the API server and cannot be locked out; use a group of your "
            + "own",
        Rationale =
            "Membership is written into client certificates and skips RBAC and webhooks, so that no role can ever be taken from "
            + "it. Bindings to the group add nothing and make people use it.",
        WhenToIgnore = "When the binding restores what the cluster itself makes.",
        CatalogueSlugs = ["rbac-bind-masters-group"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.7"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0123", "kubescape:C-0246"],
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
                  - kind: Group
                    apiGroup: rbac.authorization.k8s.io
                    name: [|system:masters|]

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
                  - kind: Group
                    apiGroup: rbac.authorization.k8s.io
                    name: shop-admins

                """),
        ],
    };
}
