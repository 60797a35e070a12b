using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server agrees to weak TLS.</summary>
internal sealed class ApiserverWeakTlsCiphers() : WeakCiphersRule("HB4143", ControlPlaneComponent.ApiServer)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverWeakTlsCiphers),
        Title = "API server agrees to weak TLS",
        MessageFormat =
            "The API server in {0} agrees to '{1}', which is weak or unknown; leave it out, or leave the option out for Go's sound "
            + "defaults",
        Rationale =
            "Suites without forward secrecy let recorded traffic be read once the key is known; those with CBC or 3DES have been "
            + "broken in practice. Without the options Go's own choice holds, which is sound.",
        WhenToIgnore = "When an old client that nobody can replace needs it.",
        CatalogueSlugs = ["apiserver-weak-tls-ciphers"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(327),
            RuleReference.CisKubernetes("1.2.29"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_105"],
        Related = ["kubescape:C-0143", "kubescape:C-0277", "kics:Weak TLS Cipher Suites"],
        ComparedWith = "kube-bench and kubescape demand the option; Go's defaults are sound without it.",
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
                        - --tls-cipher-suites=TLS_AES_128_GCM_SHA256,[|TLS_RSA_WITH_3DES_EDE_CBC_SHA|]

                """),
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
                        - --tls-min-version=[|VersionTLS10|]

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
                        - --tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256

                """),
        ],
    };
}
