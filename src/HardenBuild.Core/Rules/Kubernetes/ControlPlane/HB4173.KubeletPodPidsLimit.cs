using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet does not limit the processes of a pod.</summary>
internal sealed class KubeletPodPidsLimit()
    : ControlPlaneRule("HB4173", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var limit = options.Find("pod-max-pids");
        if (limit.IsAbsent || (limit.Known is { } known && known.Value is "-1" or "0"))
            yield return Report(options, limit.Known?.Location ?? options.Anchor, options.Spell("pod-max-pids", "4096"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletPodPidsLimit),
        Title = "Kubelet does not limit the processes of a pod",
        MessageFormat = "The kubelet of {0} lets one pod start processes until the node has none left; set '{1}' or what fits the node",
        Rationale =
            "Process ids are a resource of the whole node. A fork bomb or a leak in one pod stops every other pod and the kubelet "
            + "itself unless each pod has a limit.",
        WhenToIgnore = "When the container runtime sets a limit of its own.",
        CatalogueSlugs = ["kubelet-pod-pids-limit"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(770),
            RuleReference.CisKubernetes("4.2.13"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["kubescape:C-0284"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [|KubeletConfiguration|]

                """),
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                podPidsLimit: [|-1|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                podPidsLimit: 4096

                """),
        ],
    };
}
