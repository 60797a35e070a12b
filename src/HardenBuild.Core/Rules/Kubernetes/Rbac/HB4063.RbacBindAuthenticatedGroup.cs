using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A role for everybody who is signed in.</summary>
internal sealed class RbacBindAuthenticatedGroup() : ManifestRule("HB4063", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.RoleBinding is not { IsBuiltIn: false } binding)
            yield break;
        foreach (var subject in binding.Subjects)
        {
            if (subject.Kind.Is("Group") && subject.Name.Known is { Value: "system:authenticated" or "system:serviceaccounts" } group)
                yield return Report(subject.Location, manifest.LogicalPath, group.Value) with { LogicalPath = manifest.LogicalPath, AtMost = group.Value == "system:serviceaccounts" ? RuleSeverity.Suggestion : RuleSeverity.Error };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacBindAuthenticatedGroup),
        Title = "Role is bound to everybody",
        MessageFormat =
            "'{0}' gives its role to '{1}', which holds every account of the cluster and with some providers of the world; name "
            + "a user, group or service account",
        Rationale =
            "The group holds each person and each service account, also those of other teams. On GKE it holds everybody with a "
            + "Google account.",
        WhenToIgnore = "When the role only shows what every user of the cluster needs.",
        CatalogueSlugs = ["rbac-bind-authenticated-group"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-01011"],
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
                    name: [|system:authenticated|]

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
