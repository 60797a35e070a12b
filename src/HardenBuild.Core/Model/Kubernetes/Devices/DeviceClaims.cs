using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Devices;

/// <summary>Claims of devices, and templates of claims.</summary>
/// <remarks>Kubernetes API <c>resource.k8s.io</c>: since v1beta2 the fields of a request stand below <c>exactly</c>, before directly in it.</remarks>
internal static class DeviceClaims
{
    /// <summary>The label of namespaces whose claims may ask for administrative access.</summary>
    public const string AdminLabel = "resource.kubernetes.io/admin-access";

    private const string Group = "resource.k8s.io";

    public static IEnumerable<KubernetesObject> In(ManifestSet set) => set.OfKind(Group, "ResourceClaim").Concat(set.OfKind(Group, "ResourceClaimTemplate"));

    /// <summary>Where a claim says that it takes devices that others use.</summary>
    public static IEnumerable<SourceLocation> AdminAccess(KubernetesObject claim)
    {
        var spec = new ManifestFields(claim.Root["spec"]);
        if (claim.Kind.Value == "ResourceClaimTemplate")
            spec = spec.Object("spec");
        foreach (var request in spec.Object("devices").Objects("requests"))
        {
            var fields = new ManifestFields(request);
            var access = fields.Object("exactly").Boolean("adminAccess").Or(fields.Boolean("adminAccess"));
            if (access.Known is { Value: true } known)
                yield return known.Location;
        }
    }

    /// <summary>The namespace of the claim is in the set and has the label.</summary>
    public static bool IsAllowed(ManifestSet set, KubernetesObject claim)
    {
        if (claim.Namespace.Known is not { } name)
            return false;
        foreach (var candidate in set.OfKind("", "Namespace"))
        {
            if (candidate.Name.Is(name.Value) && candidate.Labels.Text(AdminLabel).Is("true"))
                return true;
        }

        return false;
    }
}
