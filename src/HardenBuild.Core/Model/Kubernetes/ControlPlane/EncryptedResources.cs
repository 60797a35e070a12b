using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>An entry of an <c>EncryptionConfiguration</c>: resources and how they are encrypted in etcd.</summary>
/// <remarks>apiserver.config.k8s.io/v1, ResourceConfiguration.</remarks>
internal sealed record EncryptedResources(bool HoldsSecrets, ImmutableArray<EncryptionProvider> Providers)
{
    /// <summary>The entries of an object; none for every other kind.</summary>
    public static IEnumerable<EncryptedResources> In(KubernetesObject manifest)
    {
        if (manifest.Kind.Value is not ("EncryptionConfiguration" or "EncryptionConfig"))
            yield break;
        foreach (var entry in new ManifestFields(manifest.Root).Objects("resources"))
        {
            var fields = new ManifestFields(entry);
            var resources = fields.Texts("resources");
            // The wildcards of Kubernetes 1.27: the core group, and everything.
            var holdsSecrets = resources.Contains("secrets") || resources.Contains("*.") || resources.Contains("*.*");
            yield return new EncryptedResources(holdsSecrets, ReadProviders(fields));
        }
    }

    private static ImmutableArray<EncryptionProvider> ReadProviders(ManifestFields entry)
    {
        var providers = ImmutableArray.CreateBuilder<EncryptionProvider>();
        foreach (var provider in entry.Objects("providers"))
        {
            foreach (var member in provider.Members)
            {
                if (member.Key is { } key)
                    providers.Add(new EncryptionProvider(new(key.Value, member.KeyLocation), new ManifestFields(member.Value)));
            }
        }

        return providers.ToImmutable();
    }
}
