using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Write access to admission webhooks.</summary>
internal sealed class RbacWebhookConfigurationsWrite() : GrantRule("HB4088", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule) => Grant.Of(Permissions.WriteWebhooks(rule), rule.IsNarrowed ? RuleSeverity.Suggestion : RuleSeverity.Error);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacWebhookConfigurationsWrite),
        Title = "Role may change admission webhooks",
        MessageFormat =
            "'{0}' allows changing '{1}', so whoever has the role reads and rewrites every object that anybody creates; leave "
            + "the verbs out",
        Rationale =
            "A mutating webhook sees each request with its secrets and may put anything into each pod. Deleting a validating one "
            + "switches off the policies that guard the cluster.",
        WhenToIgnore =
            "When the role belongs to a controller that injects certificates into webhooks, such as cert-manager's or a policy "
            + "engine, and names its own configuration in 'resourceNames'.",
        CatalogueSlugs = ["rbac-webhook-configurations-write"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.12"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["trivy:KSV-0114", "checkov:CKV_K8S_155", "kubescape:C-0281"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [admissionregistration.k8s.io]
                    resources: [[|mutatingwebhookconfigurations|]]
                    verbs: [create, update]

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
                  - apiGroups: [admissionregistration.k8s.io]
                    resources: [mutatingwebhookconfigurations]
                    verbs: [get, list]

                """),
        ],
    };
}
