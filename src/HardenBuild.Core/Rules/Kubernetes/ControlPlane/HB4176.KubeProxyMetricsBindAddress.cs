using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>kube-proxy serves its metrics on the network.</summary>
internal sealed class KubeProxyMetricsBindAddress() : LoopbackAddressRule("HB4176", ControlPlaneComponent.KubeProxy, "metrics-bind-address")
{
    protected override bool IsOpenByDefault => false;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeProxyMetricsBindAddress),
        Title = "kube-proxy serves its metrics on the network",
        MessageFormat = "The kube-proxy of {0} answers on the network, although only its own node needs it; set '{1}' or leave it out",
        Rationale =
            "Its port serves metrics and the configuration in force without authentication. Left out, the option means 127.0.0.1.",
        WhenToIgnore = "When Prometheus collects the metrics over the network.",
        CatalogueSlugs = ["kube-proxy-metrics-bind-address"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("4.3.1"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K06:2025"),
        ],
        Aliases = ["kubescape:C-0291"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: kubeproxy.config.k8s.io/v1alpha1
                kind: KubeProxyConfiguration
                metricsBindAddress: [|0.0.0.0:10249|]

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: kube-proxy
                  namespace: kube-system
                data:
                  config.conf: |
                    apiVersion: kubeproxy.config.k8s.io/v1alpha1
                    kind: KubeProxyConfiguration
                    metricsBindAddress: [|0.0.0.0:10249|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: kubeproxy.config.k8s.io/v1alpha1
                kind: KubeProxyConfiguration
                metricsBindAddress: ""

                """),
        ],
    };
}
