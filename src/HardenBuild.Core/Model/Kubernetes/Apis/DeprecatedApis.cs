namespace HardenBuild.Model.Kubernetes.Apis;

/// <summary>Built-in API versions that are deprecated and that no release has removed yet.</summary>
/// <remarks>The life cycle that each type declares (<c>prerelease-lifecycle-gen</c> in staging/src/k8s.io/api), and Kubernetes' release notes.</remarks>
internal static class DeprecatedApis
{
    public static DeprecatedApi? Find(string apiVersion, string kind) => (apiVersion, kind) switch
    {
        ("v1", "Endpoints") => new DeprecatedApi("1.33", "EndpointSlice of discovery.k8s.io/v1"),
        ("networking.k8s.io/v1beta1", "IPAddress" or "ServiceCIDR") => new DeprecatedApi("1.33", "networking.k8s.io/v1"),
        ("storage.k8s.io/v1beta1", "VolumeAttributesClass") => new DeprecatedApi("1.34", "storage.k8s.io/v1"),
        ("resource.k8s.io/v1beta1" or "resource.k8s.io/v1beta2", "ResourceClaim" or "ResourceClaimTemplate" or "DeviceClass" or "ResourceSlice") =>
            new DeprecatedApi("1.34", "resource.k8s.io/v1"),
        ("kubeadm.k8s.io/v1beta3", "ClusterConfiguration" or "InitConfiguration" or "JoinConfiguration") => new DeprecatedApi("1.31", "kubeadm.k8s.io/v1beta4"),
        _ => null,
    };
}
