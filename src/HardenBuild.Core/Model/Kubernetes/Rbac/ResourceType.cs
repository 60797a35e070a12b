using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>A resource of the API as rules name it: <c>pods</c>, <c>pods/exec</c>, and the API groups that serve it.</summary>
internal sealed class ResourceType(string name, params string[] groups)
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Admission = "admissionregistration.k8s.io";
    private const string Certificates = "certificates.k8s.io";
    private const string Gateway = "gateway.networking.k8s.io";

    public static ResourceType Secrets { get; } = new("secrets", "");

    public static ResourceType ConfigMaps { get; } = new("configmaps", "");

    public static ResourceType Pods { get; } = new("pods", "");

    public static ResourceType PodsExec { get; } = new("pods/exec", "");

    public static ResourceType PodsAttach { get; } = new("pods/attach", "");

    public static ResourceType PodsPortForward { get; } = new("pods/portforward", "");

    public static ResourceType PodsEphemeralContainers { get; } = new("pods/ephemeralcontainers", "");

    public static ResourceType PodsLog { get; } = new("pods/log", "");

    public static ResourceType NodesProxy { get; } = new("nodes/proxy", "");

    public static ResourceType PersistentVolumes { get; } = new("persistentvolumes", "");

    public static ResourceType ServicesStatus { get; } = new("services/status", "");

    public static ResourceType ServiceAccountsToken { get; } = new("serviceaccounts/token", "");

    public static ResourceType SigningRequestApproval { get; } = new("certificatesigningrequests/approval", Certificates);

    public static ResourceType Signers { get; } = new("signers", Certificates);

    public static ResourceType Roles { get; } = new("roles", Rbac);

    public static ResourceType ClusterRoles { get; } = new("clusterroles", Rbac);

    public static ResourceType RoleBindings { get; } = new("rolebindings", Rbac);

    public static ResourceType ClusterRoleBindings { get; } = new("clusterrolebindings", Rbac);

    public static ImmutableArray<ResourceType> AnyRole { get; } = [Roles, ClusterRoles];

    public static ImmutableArray<ResourceType> AnyBinding { get; } = [RoleBindings, ClusterRoleBindings];

    public static ImmutableArray<ResourceType> Events { get; } = [new("events", "", "events.k8s.io")];

    /// <summary>Where whoever creates one gets a pod, with any service account and secret of the namespace.</summary>
    public static ImmutableArray<ResourceType> Workloads { get; } =
    [
        Pods,
        new("deployments", "apps", "extensions"),
        new("statefulsets", "apps"),
        new("daemonsets", "apps", "extensions"),
        new("replicasets", "apps", "extensions"),
        new("replicationcontrollers", ""),
        new("jobs", "batch"),
        new("cronjobs", "batch"),
    ];

    /// <summary>What decides where traffic goes and who may send it.</summary>
    public static ImmutableArray<ResourceType> Networking { get; } =
    [
        new("services", ""),
        new("endpoints", ""),
        new("endpointslices", "discovery.k8s.io"),
        new("networkpolicies", "networking.k8s.io", "extensions"),
        new("ingresses", "networking.k8s.io", "extensions"),
        new("gateways", Gateway, "networking.istio.io"),
        new("httproutes", Gateway),
    ];

    public static ImmutableArray<ResourceType> WebhookConfigurations { get; } =
        [new("mutatingwebhookconfigurations", Admission), new("validatingwebhookconfigurations", Admission)];

    /// <summary>What a user may pretend to be.</summary>
    public static ImmutableArray<ResourceType> Identities { get; } =
        [new("users", ""), new("groups", ""), new("serviceaccounts", ""), new("uids", "authentication.k8s.io"), new("userextras", "authentication.k8s.io")];

    /// <summary>Resources on which every verb amounts to power over the namespace or the cluster.</summary>
    public static ImmutableArray<ResourceType> Sensitive { get; } =
        [Secrets, .. Workloads, Roles, ClusterRoles, RoleBindings, ClusterRoleBindings, new("users", ""), new("groups", "")];

    /// <summary>What an attacker deletes to destroy.</summary>
    public static ImmutableArray<ResourceType> Destructible { get; } = [Secrets, new("services", ""), .. Workloads];

    /// <summary>In the plural, with the subresource after a slash.</summary>
    public string Name { get; } = name;

    /// <summary>Without versions; empty for the core group.</summary>
    public ImmutableArray<string> Groups { get; } = [.. groups];

    public override string ToString() => Name;
}
