using HardenBuild.Model.Kubernetes.ControlPlane;
using HardenBuild.Rules.Dockerfile.Health;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet never closes idle connections.</summary>
internal sealed class KubeletStreamingTimeoutDisabled()
    : ControlPlaneRule("HB4164", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.Find("streaming-connection-idle-timeout").Known is { } timeout && GoDuration.Parse(timeout.Value) is 0)
            yield return Report(options, timeout.Location, options.Spell("streaming-connection-idle-timeout", "4h0m0s"), timeout.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletStreamingTimeoutDisabled),
        Title = "Kubelet never closes idle connections",
        MessageFormat = "The kubelet of {0} keeps idle connections for ever because their timeout is '{2}'; set '{1}' or leave it out",
        Rationale =
            "Forgotten sessions of 'kubectl exec' and port forwarding hold memory and ports, and whoever finds one open can use it. "
            + "The default is four hours.",
        WhenToIgnore = "When sessions that are idle for longer are part of how the cluster is used.",
        CatalogueSlugs = ["kubelet-streaming-timeout-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(400),
            RuleReference.CisKubernetes("4.2.5"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0085", "checkov:CKV_K8S_143", "kubescape:C-0176"],
        Related = ["kics:Kubelet Streaming Connection Timeout Disabled"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                streamingConnectionIdleTimeout: [|0s|]

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
                        - --streaming-connection-idle-timeout=[|0|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                streamingConnectionIdleTimeout: 4h0m0s

                """),
        ],
    };
}
