using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet runs pods without a seccomp profile.</summary>
internal sealed class KubeletSeccompDefault()
    : BooleanOptionRule("HB4174", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet, "seccomp-default", required: true)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletSeccompDefault),
        Title = "Kubelet runs pods without a seccomp profile",
        MessageFormat = "The kubelet of {0} runs pods that name no seccomp profile without a filter; set '{1}'",
        Rationale =
            "With the option the runtime's default profile holds for every pod that does not ask for another. It blocks several "
            + "dozen system calls that applications do not use and exploits do.",
        WhenToIgnore = "When every workload names its profile and admission enforces it.",
        CatalogueSlugs = ["kubelet-seccomp-default"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.CisKubernetes("4.2.14"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [|KubeletConfiguration|]

                """),
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                seccompDefault: [|false|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                seccompDefault: true

                """),
        ],
    };
}
