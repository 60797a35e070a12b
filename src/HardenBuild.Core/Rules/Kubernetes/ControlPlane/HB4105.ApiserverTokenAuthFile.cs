using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server reads static tokens from a file.</summary>
internal sealed class ApiserverTokenAuthFile()
    : ForbiddenFlagRule("HB4105", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer, "token-auth-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverTokenAuthFile),
        Title = "API server reads static tokens from a file",
        MessageFormat =
            "The API server in {0} accepts tokens from a file, in clear text and valid for ever; remove '{1}' and use service "
            + "account tokens, OIDC or client certificates",
        Rationale =
            "The tokens lie in clear text on the node, never expire and cannot be revoked without a restart of the API server.",
        WhenToIgnore = "When a throw-away cluster for tests is never reachable by others.",
        CatalogueSlugs = ["apiserver-token-auth-file"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(798),
            RuleReference.CisKubernetes("1.2.2"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0002", "checkov:CKV_K8S_70", "kubescape:C-0114"],
        Related = ["kics:Token Auth File Is Set"],
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
                        - [|--token-auth-file=/etc/kubernetes/tokens.csv|]

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
                        - --advertise-address=192.168.49.2

                """),
        ],
    };
}
