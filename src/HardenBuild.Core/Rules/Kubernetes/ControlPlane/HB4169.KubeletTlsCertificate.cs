using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet makes up its own serving certificate.</summary>
internal sealed class KubeletTlsCertificate()
    : ControlPlaneRule("HB4169", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var isMissing = options.Find("tls-cert-file").IsAbsent || options.Find("tls-private-key-file").IsAbsent;
        var asksForOne = options.FindBoolean("rotate-server-certificates");
        if (isMissing && (asksForOne.IsAbsent || asksForOne.Is(false)))
            yield return Report(options, options.Anchor, options.Spell("rotate-server-certificates", "true"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletTlsCertificate),
        Title = "Kubelet makes up its own serving certificate",
        MessageFormat =
            "The kubelet of {0} serves a certificate that it signed itself, which the API server cannot verify; set '{1}' or name a "
            + "certificate and a key",
        Rationale =
            "With a self-signed certificate the connection for logs and 'kubectl exec' is encrypted to whoever answers. The kubelet "
            + "can ask the cluster's authority for a certificate instead.",
        WhenToIgnore = "When the network between API server and nodes is trusted, as kubeadm's default assumes.",
        CatalogueSlugs = ["kubelet-tls-certificate"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.CisKubernetes("4.2.9"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0088", "trivy:KCV-0089", "checkov:CKV_K8S_148", "kubescape:C-0181"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [|KubeletConfiguration|]

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kubelet
                  namespace: kube-system
                spec:
                  containers:
                    - name: [|kubelet|]
                      command:
                        - kubelet
                        - --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                serverTLSBootstrap: true

                """),
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                tlsCertFile: /var/lib/kubelet/pki/kubelet.crt
                tlsPrivateKeyFile: /var/lib/kubelet/pki/kubelet.key

                """),
        ],
    };
}
