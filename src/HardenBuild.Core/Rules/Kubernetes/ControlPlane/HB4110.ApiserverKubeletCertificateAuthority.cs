using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not verify the certificates of kubelets.</summary>
internal sealed class ApiserverKubeletCertificateAuthority()
    : RequiredFlagsRule("HB4110", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "kubelet-certificate-authority")
{
    // The kubelets that kubeadm sets up sign their certificates themselves: the flag alone would cut them off.
    protected override bool IsExempt(ComponentOptions options) => options.Notation == OptionNotation.Kubeadm;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverKubeletCertificateAuthority),
        Title = "API server does not verify the certificates of kubelets",
        MessageFormat =
            "The API server in {0} takes any certificate for that of a kubelet, so that a machine in between can read logs and "
            + "commands; set {1}",
        Rationale =
            "Without a certificate authority the API server encrypts to whoever answers. Someone who can redirect traffic to a node "
            + "sees what 'kubectl logs' and 'kubectl exec' transport.",
        WhenToIgnore =
            "When the serving certificates of the kubelets are self-signed, as kubeadm sets them up, and the network between the "
            + "nodes is trusted.",
        CatalogueSlugs = ["apiserver-kubelet-certificate-authority"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("1.2.5"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0006", "checkov:CKV_K8S_73", "kubescape:C-0117"],
        Related = ["kics:Kubelet Certificate Authority Not Set"],
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
                    - name: [|kube-apiserver|]
                      command:
                        - kube-apiserver
                        - --advertise-address=192.168.49.2

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
                        - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt

                """),
        ],
    };
}
