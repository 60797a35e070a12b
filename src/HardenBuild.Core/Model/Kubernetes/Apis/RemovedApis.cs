namespace HardenBuild.Model.Kubernetes.Apis;

/// <summary>Built-in API versions that are no longer served.</summary>
/// <remarks>
/// Kubernetes documentation, Deprecated API Migration Guide, up to 1.32; for later and for alpha versions the life cycle that each type declares
/// (<c>prerelease-lifecycle-gen</c> in staging/src/k8s.io/api). The versions of kubeadm's configuration are removed with a release of kubeadm.
/// </remarks>
internal static class RemovedApis
{
    public static RemovedApi? Find(string apiVersion, string kind) => apiVersion switch
    {
        "extensions/v1beta1" => Extensions(kind),
        "apps/v1beta1" or "apps/v1beta2" => Removed(kind is "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ControllerRevision", "1.16", "apps/v1"),
        "batch/v2alpha1" => Removed(kind == "CronJob", "1.21", "batch/v1"),
        "batch/v1beta1" => Removed(kind == "CronJob", "1.25", "batch/v1"),
        "policy/v1beta1" => kind == "PodSecurityPolicy" ? new RemovedApi("1.25", null) : Removed(kind == "PodDisruptionBudget", "1.25", "policy/v1"),
        "autoscaling/v2beta1" => Removed(kind == "HorizontalPodAutoscaler", "1.25", "autoscaling/v2"),
        "autoscaling/v2beta2" => Removed(kind == "HorizontalPodAutoscaler", "1.26", "autoscaling/v2"),
        _ => OfDottedGroup(apiVersion, kind),
    };

    private static RemovedApi? Extensions(string kind) => kind switch
    {
        "Ingress" => new RemovedApi("1.22", "networking.k8s.io/v1"),
        "Deployment" or "DaemonSet" or "ReplicaSet" => new RemovedApi("1.16", "apps/v1"),
        "NetworkPolicy" => new RemovedApi("1.16", "networking.k8s.io/v1"),
        "PodSecurityPolicy" => new RemovedApi("1.16", null),
        _ => null,
    };

    private static RemovedApi? OfDottedGroup(string apiVersion, string kind) => apiVersion switch
    {
        "networking.k8s.io/v1beta1" => Removed(kind is "Ingress" or "IngressClass", "1.22", "networking.k8s.io/v1"),
        "admissionregistration.k8s.io/v1beta1" => kind is "ValidatingAdmissionPolicy" or "ValidatingAdmissionPolicyBinding"
            ? new RemovedApi("1.34", "admissionregistration.k8s.io/v1")
            : Removed(kind is "MutatingWebhookConfiguration" or "ValidatingWebhookConfiguration", "1.22", "admissionregistration.k8s.io/v1"),
        "admissionregistration.k8s.io/v1alpha1" => Removed(
            kind is "ValidatingAdmissionPolicy" or "ValidatingAdmissionPolicyBinding", "1.32", "admissionregistration.k8s.io/v1"),
        "apiextensions.k8s.io/v1beta1" => Removed(kind == "CustomResourceDefinition", "1.22", "apiextensions.k8s.io/v1"),
        "apiregistration.k8s.io/v1beta1" => Removed(kind == "APIService", "1.22", "apiregistration.k8s.io/v1"),
        "certificates.k8s.io/v1beta1" => Removed(kind == "CertificateSigningRequest", "1.22", "certificates.k8s.io/v1"),
        "coordination.k8s.io/v1beta1" => Removed(kind == "Lease", "1.22", "coordination.k8s.io/v1"),
        "rbac.authorization.k8s.io/v1beta1" => AccessControl(kind, "1.22"),
        "rbac.authorization.k8s.io/v1alpha1" => AccessControl(kind, "1.23"),
        "scheduling.k8s.io/v1beta1" => Removed(kind == "PriorityClass", "1.22", "scheduling.k8s.io/v1"),
        "scheduling.k8s.io/v1alpha1" => Removed(kind == "PriorityClass", "1.23", "scheduling.k8s.io/v1"),
        "storage.k8s.io/v1beta1" => kind == "CSIStorageCapacity"
            ? new RemovedApi("1.27", "storage.k8s.io/v1")
            : Removed(kind is "CSIDriver" or "CSINode" or "StorageClass" or "VolumeAttachment", "1.22", "storage.k8s.io/v1"),
        "storage.k8s.io/v1alpha1" => Removed(kind is "VolumeAttachment" or "CSIStorageCapacity", "1.24", "storage.k8s.io/v1"),
        "discovery.k8s.io/v1beta1" => Removed(kind == "EndpointSlice", "1.25", "discovery.k8s.io/v1"),
        "events.k8s.io/v1beta1" => Removed(kind == "Event", "1.25", "events.k8s.io/v1"),
        "node.k8s.io/v1beta1" => Removed(kind == "RuntimeClass", "1.25", "node.k8s.io/v1"),
        "flowcontrol.apiserver.k8s.io/v1beta1" => FlowControl(kind, "1.26"),
        "flowcontrol.apiserver.k8s.io/v1beta2" => FlowControl(kind, "1.29"),
        "flowcontrol.apiserver.k8s.io/v1beta3" => FlowControl(kind, "1.32"),
        _ => Review(apiVersion, kind) ?? OfLaterGroups(apiVersion, kind),
    };

    // Requests rather than objects, which stand in scripts' manifests all the same.
    private static RemovedApi? Review(string apiVersion, string kind) => apiVersion switch
    {
        "authentication.k8s.io/v1beta1" => kind == "SelfSubjectReview"
            ? new RemovedApi("1.33", "authentication.k8s.io/v1")
            : Removed(kind == "TokenReview", "1.22", "authentication.k8s.io/v1"),
        "authentication.k8s.io/v1alpha1" => Removed(kind == "SelfSubjectReview", "1.32", "authentication.k8s.io/v1"),
        "authorization.k8s.io/v1beta1" => Removed(
            kind is "SubjectAccessReview" or "LocalSubjectAccessReview" or "SelfSubjectAccessReview" or "SelfSubjectRulesReview", "1.22", "authorization.k8s.io/v1"),
        _ => null,
    };

    private static RemovedApi? OfLaterGroups(string apiVersion, string kind) => apiVersion switch
    {
        "resource.k8s.io/v1alpha1" => Removed(kind is "ResourceClaim" or "ResourceClaimTemplate" or "ResourceClass" or "PodScheduling", "1.27", "resource.k8s.io/v1"),
        "resource.k8s.io/v1alpha2" => Removed(
            kind is "ResourceClaim" or "ResourceClaimTemplate" or "ResourceClaimParameters" or "ResourceClass" or "ResourceClassParameters" or "ResourceSlice" or "PodSchedulingContext",
            "1.31",
            "resource.k8s.io/v1"),
        "resource.k8s.io/v1alpha3" => Removed(kind == "PodSchedulingContext", "1.32", "resource.k8s.io/v1"),
        "coordination.k8s.io/v1alpha1" => Removed(kind == "LeaseCandidate", "1.32", "coordination.k8s.io/v1beta1"),
        "kubeadm.k8s.io/v1beta1" => Kubeadm(kind, "1.22"),
        "kubeadm.k8s.io/v1beta2" => Kubeadm(kind, "1.27"),
        _ => null,
    };

    private static RemovedApi? AccessControl(string kind, string removedIn) =>
        Removed(kind is "Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding", removedIn, "rbac.authorization.k8s.io/v1");

    private static RemovedApi? Kubeadm(string kind, string removedIn) =>
        Removed(kind is "ClusterConfiguration" or "InitConfiguration" or "JoinConfiguration", removedIn, "kubeadm.k8s.io/v1beta4");

    private static RemovedApi? FlowControl(string kind, string removedIn) =>
        Removed(kind is "FlowSchema" or "PriorityLevelConfiguration", removedIn, "flowcontrol.apiserver.k8s.io/v1");

    private static RemovedApi? Removed(bool isRemoved, string removedIn, string replacement) => isRemoved ? new RemovedApi(removedIn, replacement) : null;
}
