namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>Roles and bindings that the API server makes itself.</summary>
internal static class BuiltInRoles
{
    public const string ClusterAdmin = "cluster-admin";

    /// <summary>The roles that are meant to be bound to people.</summary>
    public static bool IsForUsers(string name) => name is "admin" or "edit" or "view" or ClusterAdmin;

    public static bool IsName(string name) => IsForUsers(name) || name.StartsWith("system:", StringComparison.Ordinal) || name == "extension-apiserver-authentication-reader";

    /// <summary>Whether the cluster itself fills a namespace, as with the accounts of its controllers: what is bound there is rarely written down.</summary>
    public static bool IsSystemNamespace(string name) => name is "kube-system" or "kube-public" or "kube-node-lease";

    /// <summary>Whether an object is one of the cluster's own, or of GKE's, written down.</summary>
    public static bool Contains(KubernetesObject manifest) =>
        (manifest.Name.Known is { } name && (name.Value.StartsWith("system:", StringComparison.Ordinal) || name.Value.StartsWith("gce:", StringComparison.Ordinal)))
        || manifest.Labels.Text("kubernetes.io/bootstrapping").Is("rbac-defaults");
}
