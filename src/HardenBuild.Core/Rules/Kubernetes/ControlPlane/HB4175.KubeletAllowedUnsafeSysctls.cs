using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet allows unsafe kernel settings to pods.</summary>
internal sealed class KubeletAllowedUnsafeSysctls()
    : ControlPlaneRule("HB4175", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        foreach (var sysctl in options.List("allowed-unsafe-sysctls").Items)
            yield return Report(options, sysctl.Location, sysctl.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletAllowedUnsafeSysctls),
        Title = "Kubelet allows unsafe kernel settings to pods",
        MessageFormat =
            "The kubelet of {0} lets pods set '{1}', which is not separated from the node and other pods; remove it and set it on "
            + "the node instead",
        Rationale =
            "Kubernetes calls a kernel setting unsafe when it is not isolated or can harm the node. With the list a pod that asks "
            + "for it is admitted to the node.",
        WhenToIgnore = "When the node is kept for workloads that need the setting, with a taint that keeps others away.",
        CatalogueSlugs = ["kubelet-allowed-unsafe-sysctls"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(15),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                allowedUnsafeSysctls:
                  - [|kernel.msg*|]

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
                        - --allowed-unsafe-sysctls=[|net.core.somaxconn|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                allowedUnsafeSysctls: []

                """),
        ],
    };
}
