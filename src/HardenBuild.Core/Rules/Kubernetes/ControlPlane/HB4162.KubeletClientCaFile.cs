using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet does not verify client certificates.</summary>
internal sealed class KubeletClientCaFile()
    : ControlPlaneRule("HB4162", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        // kubeadm and others complete a file that says nothing of authentication.
        if (options.Find("client-ca-file").IsAbsent && (options.Notation != OptionNotation.ConfigurationFile || options.HasSection("client-ca-file")))
            yield return Report(options, options.Anchor, options.Spell("client-ca-file", "/etc/kubernetes/pki/ca.crt"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletClientCaFile),
        Title = "Kubelet does not verify client certificates",
        MessageFormat =
            "The kubelet of {0} cannot tell the API server from a stranger because it has no certificate authority for clients; set "
            + "'{1}'",
        Rationale =
            "The API server identifies itself to kubelets with a certificate. Without the authority's file a kubelet has to let "
            + "callers in by other means, which are weaker.",
        WhenToIgnore = "When all callers identify themselves with tokens.",
        CatalogueSlugs = ["kubelet-client-ca-file"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("4.2.3"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0081", "checkov:CKV_K8S_140", "kubescape:C-0070", "kubescape:C-0174"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [|KubeletConfiguration|]
                authentication:
                  x509: {}

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
                        - --v=2

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authentication:
                  x509:
                    clientCAFile: /etc/kubernetes/pki/ca.crt

                """),
        ],
    };
}
