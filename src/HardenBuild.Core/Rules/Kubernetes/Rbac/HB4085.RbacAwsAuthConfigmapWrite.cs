using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to EKS' table of users.</summary>
internal sealed class RbacAwsAuthConfigmapWrite() : GrantRule("HB4085", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule)
    {
        if (rule.Allows("create", "update", "patch", "delete", "deletecollection") is null || rule.Grant(ResourceType.ConfigMaps) is null)
            return null;
        foreach (var name in rule.ResourceNames.Items)
        {
            if (name.Value == "aws-auth")
                return new Grant(name);
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacAwsAuthConfigmapWrite),
        Title = "Role may make itself administrator of an EKS cluster",
        MessageFormat =
            "'{0}' allows changing the config map 'aws-auth', which says who is administrator of the cluster; leave it out, or "
            + "use EKS access entries",
        Rationale =
            "EKS maps identities of AWS to groups of Kubernetes by this config map. One line more in it makes anybody a member "
            + "of 'system:masters'.",
        WhenToIgnore = "When the role belongs to the tool that manages access to the cluster.",
        CatalogueSlugs = ["rbac-aws-auth-configmap-write"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0115"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: kube-system
                rules:
                  - apiGroups: [""]
                    resources: [configmaps]
                    resourceNames: [[|aws-auth|]]
                    verbs: [get, update]

                """),
        ],
        Fixed =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: shop-operator
                  namespace: kube-system
                rules:
                  - apiGroups: [""]
                    resources: [configmaps]
                    resourceNames: [aws-auth]
                    verbs: [get]

                """),
        ],
    };
}
