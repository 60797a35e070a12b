using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet leaves the packet filter to others.</summary>
internal sealed class KubeletIptablesChains()
    : ForbiddenValueRule("HB4166", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet, "make-iptables-util-chains", forbidden: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletIptablesChains),
        Title = "Kubelet leaves the packet filter to others",
        MessageFormat =
            "The kubelet of {0} does not manage the chains of the node's packet filter, which can let traffic through that should "
            + "be dropped; set '{1}' or leave it out",
        Rationale =
            "The kubelet keeps its chains in step with the network of the pods. Rules that were written once by hand do not follow.",
        WhenToIgnore = "When another agent manages the packet filter of the node.",
        CatalogueSlugs = ["kubelet-iptables-chains"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.CisKubernetes("4.2.6"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0084", "checkov:CKV_K8S_145", "kubescape:C-0178"],
        Related = ["kics:Kubelet Not Managing Ip Tables"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                makeIPTablesUtilChains: [|false|]

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
                        - --make-iptables-util-chains=[|false|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                makeIPTablesUtilChains: true

                """),
        ],
    };
}
