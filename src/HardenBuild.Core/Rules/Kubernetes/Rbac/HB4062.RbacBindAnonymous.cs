using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A role for callers who are not signed in.</summary>
internal sealed class RbacBindAnonymous() : ManifestRule("HB4062", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.RoleBinding is not { IsBuiltIn: false } binding)
            yield break;
        foreach (var subject in binding.Subjects)
        {
            if (subject.Name.Known is { Value: "system:anonymous" or "system:unauthenticated" } && !IsForDiscovery(binding))
                yield return Report(subject.Location, manifest.LogicalPath, subject.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
        }
    }

    // What kubeadm makes so that new nodes find the cluster.
    private static bool IsForDiscovery(RoleBinding binding) => binding.Object.Name.Is("kubeadm:bootstrap-signer-clusterinfo");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacBindAnonymous),
        Title = "Role is bound to anonymous callers",
        MessageFormat =
            "'{0}' gives its role to '{1}', that is to anybody who reaches the API server; name a user, group or service account",
        Rationale =
            "Requests without credentials get this name. Where the API server is reachable, so is what the role allows, without "
            + "a password and without a name in the audit log.",
        WhenToIgnore = "When the role only shows what anybody may know, such as the public keys of the cluster.",
        CatalogueSlugs = ["rbac-bind-anonymous"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(306), RuleReference.OwaspKubernetes("K06:2022"), RuleReference.OwaspKubernetes("K09:2025")],
        Aliases = ["trivy:KSV-0122", "kubesec:BindingsToSystemAnonymous", "kubescape:C-0262"],
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
                    name: [|system:unauthenticated|]

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
                    name: shop-team

                """),
        ],
    };
}
