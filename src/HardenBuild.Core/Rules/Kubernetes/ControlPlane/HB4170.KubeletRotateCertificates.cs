using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet does not renew its client certificate.</summary>
internal sealed class KubeletRotateCertificates()
    : ForbiddenValueRule("HB4170", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.Kubelet, "rotate-certificates", forbidden: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletRotateCertificates),
        Title = "Kubelet does not renew its client certificate",
        MessageFormat =
            "The kubelet of {0} does not renew its client certificate, so that a stolen one works until it expires and the node "
            + "drops out then; set '{1}'",
        Rationale =
            "Rotation gives the kubelet a new certificate before the old one expires. Without it certificates are made to last for "
            + "years.",
        WhenToIgnore = "When another tool renews the certificate.",
        CatalogueSlugs = ["kubelet-rotate-certificates"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(324),
            RuleReference.CisKubernetes("4.2.10"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0090", "checkov:CKV_K8S_149", "kubescape:C-0182"],
        Related = ["kics:Kubelet Client Periodic Certificate Switch Disabled"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                rotateCertificates: [|false|]

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
                        - --rotate-certificates=[|false|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                rotateCertificates: true

                """),
        ],
    };
}
