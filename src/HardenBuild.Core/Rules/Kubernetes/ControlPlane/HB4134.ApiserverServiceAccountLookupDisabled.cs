using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server accepts tokens of deleted service accounts.</summary>
internal sealed class ApiserverServiceAccountLookupDisabled()
    : ForbiddenValueRule("HB4134", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "service-account-lookup", forbidden: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverServiceAccountLookupDisabled),
        Title = "API server accepts tokens of deleted service accounts",
        MessageFormat =
            "The API server in {0} accepts the tokens of service accounts that were deleted; set '{1}' or leave the flag out",
        Rationale =
            "With the lookup off a token stays valid until it expires, and old ones never do, although its account is gone. "
            + "Deleting the account is how a stolen token is revoked.",
        WhenToIgnore = "When an outage of etcd must not stop the authentication of service accounts, and tokens are short-lived.",
        CatalogueSlugs = ["apiserver-service-account-lookup-disabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(613),
            RuleReference.CisKubernetes("1.2.21"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0024", "kubescape:C-0135"],
        Related = ["checkov:CKV_K8S_96", "kics:Service Account Lookup Set To False"],
        ComparedWith = "checkov also reports a missing flag, although the lookup is on by default.",
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --service-account-lookup=[|false|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --service-account-lookup=true

                """),
        ],
    };
}
