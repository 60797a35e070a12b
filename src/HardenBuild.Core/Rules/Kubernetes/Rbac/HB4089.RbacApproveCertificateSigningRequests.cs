using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>Approval of certificate signing requests.</summary>
internal sealed class RbacApproveCertificateSigningRequests() : GrantRule("HB4089", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override Grant? Find(Role role, PolicyRule rule)
    {
        if (!role.IsClusterRole)
            return null;
        if (Approval(rule) is { } approval)
            return new Grant(approval) { AtMost = role.Rules.Any(static other => Signer(other) is not null) ? RuleSeverity.Error : RuleSeverity.Warning };
        return role.Rules.Any(static other => Approval(other) is not null) ? null : Grant.Of(Signer(rule), RuleSeverity.Warning);
    }

    private static Located<string>? Approval(PolicyRule rule) => rule.Allows("update", "patch") is null ? null : rule.Grant(ResourceType.SigningRequestApproval);

    private static Located<string>? Signer(PolicyRule rule) => rule.IsNarrowed || rule.Allows("approve") is null ? null : rule.Grant(ResourceType.Signers);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RbacApproveCertificateSigningRequests),
        Title = "Role may approve certificates for anybody",
        MessageFormat =
            "'{0}' allows approving certificates with '{1}', so whoever has the role gets one for any user or group; leave it "
            + "out",
        Rationale =
            "A client certificate of the cluster's authority says who its owner is and is valid until it expires; Kubernetes "
            + "cannot revoke it. Who may approve requests makes one for the group 'system:masters'.",
        WhenToIgnore =
            "When the role belongs to a controller that approves requests by strict rules, and names its signer in "
            + "'resourceNames'.",
        CatalogueSlugs = ["rbac-approve-certificate-signing-requests"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.CisKubernetes("5.1.11"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV_K8S_156", "kubescape:C-0280"],
        Violations =
        [
            new("role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [certificates.k8s.io]
                    resources: [[|certificatesigningrequests/approval|]]
                    verbs: [update]
                  - apiGroups: [certificates.k8s.io]
                    resources: [signers]
                    verbs: [approve]

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
                  - apiGroups: [certificates.k8s.io]
                    resources: [certificatesigningrequests]
                    verbs: [get, list, create]

                """),
        ],
    };
}
