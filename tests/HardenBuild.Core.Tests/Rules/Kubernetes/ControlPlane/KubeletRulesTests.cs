using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class KubeletRulesTests
{
    private const string Header = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";

    [Theory]
    [InlineData("authentication: {anonymous: {enabled: [|true|]}}")]
    [InlineData("authentication: {anonymous: {enabled: false}}")]
    [InlineData("cgroupDriver: systemd")]
    public void Anonymous_access_is_off_in_files_unless_asked_for(string text) => RuleVerifier.Verify<KubeletAnonymousAuth>("kubelet.yaml", Header + text + "\n");

    [Theory]
    [InlineData("[|kubelet|]", "--v=2")]
    [InlineData("kubelet", "--anonymous-auth=[|true|]")]
    [InlineData("kubelet", "--config=/var/lib/kubelet/config.yaml")]
    public void Anonymous_access_is_on_by_flags_unless_a_file_says_otherwise(string name, string flag) => VerifyFlag<KubeletAnonymousAuth>(name, flag);

    [Theory]
    [InlineData("authentication:\n  anonymous:\n    enabled: false\n")]
    [InlineData("cgroupDriver: systemd\n")]
    [InlineData("authentication:\n  x509:\n    clientCAFile: /pki/ca.crt\n")]
    public void Client_authority_may_be_completed_by_others(string text) => RuleVerifier.Verify<KubeletClientCaFile>("kubelet.yaml", Header + text);

    [Theory]
    [InlineData("streamingConnectionIdleTimeout: [|0|]")]
    [InlineData("streamingConnectionIdleTimeout: [|0s|]")]
    [InlineData("streamingConnectionIdleTimeout: 5m")]
    [InlineData("cgroupDriver: systemd")]
    public void Idle_connections_end(string text) => RuleVerifier.Verify<KubeletStreamingTimeoutDisabled>("kubelet.yaml", Header + text + "\n");

    [Theory]
    [InlineData("[|--hostname-override=worker|]")]
    [InlineData("--v=2")]
    public void Hostname_is_reported_as_a_whole(string flag) => VerifyFlag<KubeletHostnameOverride>("kubelet", flag);

    [Theory]
    [InlineData("[|kubelet|]", "--tls-cert-file=/pki/kubelet.crt")]
    [InlineData("kubelet", "--rotate-server-certificates")]
    public void Serving_certificate_is_complete_or_asked_for(string name, string flag) => VerifyFlag<KubeletTlsCertificate>(name, flag);

    [Fact]
    public void Reads_a_configuration_in_a_config_map_at_its_own_place() =>
        RuleVerifier.Verify<KubeletReadOnlyPort>("configmap.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: kubelet-config
              namespace: kube-system
            data:
              kubelet: |
                apiVersion: kubelet.config.k8s.io/v1beta1
                # the old monitoring asks there
                kind: KubeletConfiguration
                readOnlyPort: [|10255|]
              other: text
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: kubelet-config
            data:
              [|kubelet|]: "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n"
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: broken
            data:
              kubelet: |
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: [KubeletConfiguration
                readOnlyPort: 10255

            """);

    [Theory]
    [InlineData("metricsBindAddress: [|0.0.0.0|]")]
    [InlineData("metricsBindAddress: '[|[::]:10249|]'")]
    [InlineData("metricsBindAddress: 127.0.0.1:10249")]
    [InlineData("metricsBindAddress: '[::1]:10249'")]
    [InlineData("mode: ipvs")]
    public void Metrics_of_kube_proxy_stay_on_the_node(string text) =>
        RuleVerifier.Verify<KubeProxyMetricsBindAddress>("proxy.yaml", $"apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n{text.Replace("'[|", "[|'", StringComparison.Ordinal).Replace("|]'", "'|]", StringComparison.Ordinal)}\n");

    private static void VerifyFlag<TRule>(string name, string flag)
        where TRule : Rule => RuleVerifier.Verify<TRule>("pod.yaml", $$$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: node
            spec:
              containers:
                - name: {{{name}}}
                  command:
                    - kubelet
                    - {{{flag}}}

            """);
}
