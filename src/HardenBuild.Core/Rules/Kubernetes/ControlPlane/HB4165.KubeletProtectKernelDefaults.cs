using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet changes kernel settings of its node.</summary>
internal sealed class KubeletProtectKernelDefaults()
    : BooleanOptionRule("HB4165", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet, "protect-kernel-defaults", required: true)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletProtectKernelDefaults),
        Title = "Kubelet changes kernel settings of its node",
        MessageFormat =
            "The kubelet of {0} overwrites kernel settings that differ from what it expects, instead of stopping; set '{1}'",
        Rationale =
            "Settings such as panic and overcommit are part of how a node is hardened. With the option the kubelet refuses to start "
            + "on other values and does not change them.",
        WhenToIgnore = "When the node's image leaves these settings to the kubelet.",
        CatalogueSlugs = ["kubelet-protect-kernel-defaults"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0083", "checkov:CKV_K8S_144", "kubescape:C-0177"],
        Related = ["kics:Kubelet Protect Kernel Defaults Set To False"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                protectKernelDefaults: [|false|]

                """),
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [|KubeletConfiguration|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                protectKernelDefaults: true

                """),
        ],
    };
}
