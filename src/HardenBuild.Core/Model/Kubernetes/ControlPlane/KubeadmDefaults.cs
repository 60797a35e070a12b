using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The flags that kubeadm writes into the static pods by itself, as far as rules ask for them; null for every other flag.</summary>
/// <remarks>Kubernetes documentation, kubeadm implementation details, "Generate static Pod manifests for control plane components".</remarks>
internal static class KubeadmDefaults
{
    private const string Set = "kubeadm";

    public static string? OfApiServer(string flag, YamlMapping? externalEtcd) => flag switch
    {
        "authorization-mode" => "Node,RBAC",
        "enable-admission-plugins" => "NodeRestriction",
        "client-ca-file" or "tls-cert-file" or "tls-private-key-file" or "kubelet-client-certificate" or "kubelet-client-key"
            or "service-account-key-file" => Set,
        "etcd-cafile" => OfEtcdClient("caFile", externalEtcd),
        "etcd-certfile" => OfEtcdClient("certFile", externalEtcd),
        "etcd-keyfile" => OfEtcdClient("keyFile", externalEtcd),
        // 'kubeadm join' reads the cluster's address before it has credentials.
        "anonymous-auth" => "false",
        _ => null,
    };

    public static string? OfControllerManager(string flag) => flag switch
    {
        "bind-address" => "127.0.0.1",
        "use-service-account-credentials" => "true",
        "service-account-private-key-file" or "root-ca-file" => Set,
        _ => null,
    };

    public static string? OfScheduler(string flag) => flag == "bind-address" ? "127.0.0.1" : null;

    public static string? OfEtcd(string flag) => flag switch
    {
        "client-cert-auth" or "peer-client-cert-auth" => "true",
        "cert-file" or "key-file" or "trusted-ca-file" or "peer-cert-file" or "peer-key-file" or "peer-trusted-ca-file" => Set,
        _ => null,
    };

    private static string? OfEtcdClient(string field, YamlMapping? externalEtcd) =>
        externalEtcd is null || new ManifestFields(externalEtcd).Text(field) is { IsAbsent: false } ? Set : null;
}
