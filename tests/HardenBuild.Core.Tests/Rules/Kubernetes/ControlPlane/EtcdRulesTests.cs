using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.ControlPlane;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.ControlPlane;

public sealed class EtcdRulesTests
{
    [Theory]
    [InlineData("[|etcd|]", "--listen-client-urls=http://0.0.0.0:2379")]
    [InlineData("[|etcd|]", "--listen-client-urls=http://127.0.0.1:2379,http://10.0.0.1:2379")]
    [InlineData("etcd", "--listen-client-urls=http://127.0.0.1:2379,http://localhost:2379")]
    [InlineData("etcd", "-client-cert-auth")]
    [InlineData("etcd", "--client-cert-auth=[|false|]")]
    [InlineData("etcd", "--config-file=/etc/etcd.yaml")]
    public void Clients_need_a_certificate_unless_they_are_on_the_node(string name, string flag) => Verify<EtcdClientCertAuth>(name, flag);

    [Theory]
    [InlineData("[|etcd|]", "--initial-cluster=a=https://10.0.0.1:2380,b=https://10.0.0.2:2380")]
    [InlineData("etcd", "--initial-cluster=a=https://10.0.0.1:2380")]
    [InlineData("[|etcd|]", "--initial-cluster=a=https://10.0.0.1:2380\n        - --peer-key-file=/pki/peer.key")]
    public void Single_member_has_no_peers(string name, string flag) => Verify<EtcdPeerCertificate>(name, flag);

    [Fact]
    public void Reads_environment_variables_which_flags_override() =>
        RuleVerifier.Verify<EtcdAutoTls>("pods.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: by-variable
            spec:
              containers:
                - name: etcd
                  command: [etcd]
                  env:
                    - name: ETCD_AUTO_TLS
                      value: [|"true"|]
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: by-flag
            spec:
              containers:
                - name: etcd
                  command: [etcd, --auto-tls=false]
                  env:
                    - name: ETCD_AUTO_TLS
                      value: "true"

            """);

    [Fact]
    public void Is_silent_where_variables_come_from_elsewhere() =>
        RuleVerifier.Verify<EtcdServerCertificate>("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata:
              name: etcd
            spec:
              containers:
                - name: etcd
                  command: [etcd]
                  envFrom:
                    - configMapRef:
                        name: etcd

            """);

    [Fact]
    public void Authority_is_compared_within_one_folder() =>
        RuleVerifier.Verify<EtcdSharesClusterCa>(
            ("one/apiserver.yaml", Pod("kube-apiserver", "--client-ca-file=/pki/ca.crt")),
            ("one/etcd.yaml", Pod("etcd", "--trusted-ca-file=[|/pki/ca.crt|]")),
            ("two/etcd.yaml", Pod("etcd", "--trusted-ca-file=/pki/ca.crt")));

    private static void Verify<TRule>(string name, string flag)
        where TRule : Rule => RuleVerifier.Verify<TRule>("pod.yaml", Pod("etcd", flag).Replace("name: etcd\n      ", $"name: {name}\n      ", StringComparison.Ordinal));

    private static string Pod(string program, string flag) => $$$"""
        apiVersion: v1
        kind: Pod
        metadata:
          name: static
        spec:
          containers:
            - name: {{{program}}}
              command:
                - {{{program}}}
                - {{{flag}}}

        """;
}
