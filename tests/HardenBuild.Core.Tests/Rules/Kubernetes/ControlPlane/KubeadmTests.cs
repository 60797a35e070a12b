using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class KubeadmTests
{
    [Fact]
    public void Reads_the_map_of_v1beta3() =>
        RuleVerifier.Verify<ApiserverProfilingEnabled>("kubeadm.yaml", """
            apiVersion: kubeadm.k8s.io/v1beta3
            kind: ClusterConfiguration
            apiServer:
              extraArgs:
                profiling: [|"true"|]
            controllerManager:
              extraArgs:
                profiling: "true"

            """);

    [Fact]
    public void Reads_the_list_of_v1beta4() =>
        RuleVerifier.Verify<ControllerManagerProfilingEnabled>("kubeadm.yaml", """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            controllerManager:
              extraArgs:
                - name: profiling
                  value: [|"true"|]

            """);

    [Fact]
    public void Reports_what_is_missing_at_the_arguments() =>
        RuleVerifier.Verify<ApiserverEncryptionProviderConfig>("kubeadm.yaml", """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            apiServer:
              [|extraArgs|]:
                - name: profiling
                  value: "false"

            """);

    [Fact]
    public void Is_silent_about_a_component_that_is_not_configured() =>
        RuleVerifier.Verify<ApiserverEncryptionProviderConfig>("kubeadm.yaml", """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            kubernetesVersion: v1.34.0

            """);

    [Fact]
    public void Knows_what_kubeadm_sets_itself()
    {
        const string Text = """
            apiVersion: kubeadm.k8s.io/v1beta3
            kind: ClusterConfiguration
            apiServer:
              extraArgs:
                profiling: "false"
            controllerManager:
              extraArgs:
                profiling: "false"
            etcd:
              local:
                extraArgs:
                  quota-backend-bytes: "8589934592"

            """;
        RuleVerifier.Verify<ApiserverAnonymousAuth>("kubeadm.yaml", Text);
        RuleVerifier.Verify<ApiserverAuthorizationAlwaysAllow>("kubeadm.yaml", Text);
        RuleVerifier.Verify<ApiserverNodeRestrictionMissing>("kubeadm.yaml", Text);
        RuleVerifier.Verify<ApiserverEtcdCaFile>("kubeadm.yaml", Text);
        RuleVerifier.Verify<ApiserverKubeletCertificateAuthority>("kubeadm.yaml", Text);
        RuleVerifier.Verify<ControllerManagerBindAddress>("kubeadm.yaml", Text);
        RuleVerifier.Verify<EtcdClientCertAuth>("kubeadm.yaml", Text);
    }

    [Fact]
    public void External_etcd_brings_its_own_certificates() =>
        RuleVerifier.Verify<ApiserverEtcdClientCertificate>("kubeadm.yaml", """
            apiVersion: kubeadm.k8s.io/v1beta3
            kind: ClusterConfiguration
            apiServer:
              [|extraArgs|]:
                profiling: "false"
            etcd:
              external:
                endpoints: [https://10.0.0.1:2379]
                caFile: /pki/etcd/ca.crt

            """);

    [Fact]
    public void Reads_flags_of_kubelets_and_says_nothing_of_missing_ones()
    {
        const string Text = """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: InitConfiguration
            nodeRegistration:
              kubeletExtraArgs:
                - name: read-only-port
                  value: [|"10255"|]

            """;
        RuleVerifier.Verify<KubeletReadOnlyPort>("kubeadm.yaml", Text);
        RuleVerifier.Verify<KubeletSeccompDefault>("kubeadm.yaml", Text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_objects_of_cluster_api() =>
        RuleVerifier.Verify<ApiserverProfilingEnabled>("cluster.yaml", """
            apiVersion: controlplane.cluster.x-k8s.io/v1beta1
            kind: KubeadmControlPlane
            metadata:
              name: prod
            spec:
              kubeadmConfigSpec:
                clusterConfiguration:
                  apiServer:
                    extraArgs:
                      profiling: [|"true"|]

            """);
}
