using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet agrees to weak TLS.</summary>
internal sealed class KubeletWeakTlsCiphers() : WeakCiphersRule("HB4172", ControlPlaneComponent.Kubelet)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletWeakTlsCiphers),
        Title = "Kubelet agrees to weak TLS",
        MessageFormat =
            "The kubelet of {0} agrees to '{1}', which is weak or unknown; leave it out, or leave the option out for Go's sound "
            + "defaults",
        Rationale =
            "Suites without forward secrecy let recorded traffic be read once the key is known; those with CBC or 3DES have been "
            + "broken in practice. Without the options Go's own choice holds, which is sound.",
        WhenToIgnore = "When an old client that nobody can replace needs it.",
        CatalogueSlugs = ["kubelet-weak-tls-ciphers"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(327),
            RuleReference.CisKubernetes("4.2.12"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0092", "checkov:CKV_K8S_151", "kubescape:C-0184"],
        ComparedWith = "kube-bench and kubescape demand the option; Go's defaults are sound without it.",
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                tlsCipherSuites:
                  - TLS_AES_128_GCM_SHA256
                  - [|TLS_RSA_WITH_AES_128_CBC_SHA|]

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kubelet
                  namespace: kube-system
                spec:
                  containers:
                    - name: kubelet
                      command:
                        - kubelet
                        - --tls-min-version=[|VersionTLS11|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                tlsCipherSuites:
                  - TLS_AES_128_GCM_SHA256

                """),
        ],
    };
}
