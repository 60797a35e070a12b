namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The order in which Helm installs objects, by their kinds.</summary>
/// <remarks>Helm's pkg/release/v1/util/kind_sorter.go.</remarks>
internal static class InstallOrder
{
    private static readonly string[] Kinds =
    [
        "PriorityClass",
        "Namespace",
        "NetworkPolicy",
        "ResourceQuota",
        "LimitRange",
        "PodSecurityPolicy",
        "PodDisruptionBudget",
        "ServiceAccount",
        "Secret",
        "SecretList",
        "ConfigMap",
        "StorageClass",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "CustomResourceDefinition",
        "ClusterRole",
        "ClusterRoleList",
        "ClusterRoleBinding",
        "ClusterRoleBindingList",
        "Role",
        "RoleList",
        "RoleBinding",
        "RoleBindingList",
        "Service",
        "DaemonSet",
        "Pod",
        "ReplicationController",
        "ReplicaSet",
        "Deployment",
        "HorizontalPodAutoscaler",
        "StatefulSet",
        "Job",
        "CronJob",
        "IngressClass",
        "Ingress",
        "APIService",
        "MutatingWebhookConfiguration",
        "ValidatingWebhookConfiguration",
    ];

    /// <summary>Sorts by kind; objects of one kind keep their order, unknown kinds come last, by name.</summary>
    public static IEnumerable<RenderedManifest> Sort(IEnumerable<RenderedManifest> manifests) => manifests
        .OrderBy(static manifest => Rank(manifest.Head.Kind))
        .ThenBy(static manifest => Rank(manifest.Head.Kind) == Kinds.Length ? manifest.Head.Kind : "", StringComparer.Ordinal);

    private static int Rank(string kind) => Array.IndexOf(Kinds, kind) is >= 0 and var index ? index : Kinds.Length;
}
