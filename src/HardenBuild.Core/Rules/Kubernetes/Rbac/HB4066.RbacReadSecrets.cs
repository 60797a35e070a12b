using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Read access to secrets.</summary>
internal sealed class RbacReadSecrets() : GrantRule("HB4066", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.ReadSecrets(rule), Limited(role, rule));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacReadSecrets),
        Title = "Role may read secrets",
        MessageFormat =
            "'{0}' allows reading '{1}', and with it every password, key and token in its reach; name single secrets in "
            + "'resourceNames', or mount them into the pods that need them",
        Rationale =
            "Whoever lists or watches secrets gets their contents as well. Among them are tokens of other service accounts and "
            + "the credentials of databases and registries, so that one stolen token becomes many.",
        WhenToIgnore =
            "When the role belongs to a controller whose purpose is to read secrets, such as an ingress controller or a "
            + "certificate manager.",
        CatalogueSlugs = ["rbac-read-secrets"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(732), RuleReference.CisKubernetes("5.1.2"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0041", "trivy:KSV-0113", "checkov:CKV2_K8S_5", "kube-linter:access-to-secrets", "kubescape:C-0015", "kubescape:C-0186", "kics:RBAC Roles with Read Secrets Permissions", "kics:ServiceAccount Allows Access Secrets"],
        ComparedWith =
            "In a Role, which reaches one namespace only, and with 'resourceNames' it is a suggestion. kube-linter reports verbs "
            + "that only create or delete secrets here too; HB4177 does.",
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [pods, [|secrets|]]
                    verbs: [get, list, watch]

                """),
        ],
        Fixed =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [pods]
                    verbs: [get, list, watch]

                """),
        ],
    };
}
