using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>Where a pod uses Secrets of Kubernetes.</summary>
internal static class SecretReferences
{
    /// <summary>The Secrets that a container gets as environment variables.</summary>
    public static IEnumerable<SecretReference> InEnvironment(Container container)
    {
        var fields = new ManifestFields(container.Root);
        foreach (var variable in container.Environment)
        {
            if (variable.SecretKeyReference is null)
                continue;
            var secret = new ManifestFields(variable.Root.At("valueFrom", "secretKeyRef")).Text("name");
            yield return new SecretReference(container, variable.Name.Known?.Value ?? "?", secret, variable.Location);
        }

        foreach (var source in fields.Objects("envFrom"))
        {
            if (source.Find("secretRef") is not { } member || member.Value.AsScalar is { IsNull: true })
                continue;
            var secret = new ManifestFields(member.Value.Resolve()).Text("name");
            yield return new SecretReference(container, secret.Known?.Value ?? "?", secret, secret.Known?.Location ?? member.KeyLocation);
        }
    }

    /// <summary>The Secrets that a pod has as volumes or parts of them.</summary>
    public static IEnumerable<SecretReference> InVolumes(PodTemplate pod)
    {
        foreach (var (volume, fields, key) in PodVolumes.OfType(pod, "secret"))
        {
            var secret = fields.Text("secretName");
            yield return new SecretReference(null, volume.Name.Known?.Value ?? "?", secret, secret.Known?.Location ?? key);
        }

        foreach (var (volume, source) in PodVolumes.Projected(pod))
        {
            if (source.Find("secret") is not { } member)
                continue;
            var secret = new ManifestFields(member.Value.Resolve()).Text("name");
            yield return new SecretReference(null, volume.Name.Known?.Value ?? "?", secret, secret.Known?.Location ?? member.KeyLocation);
        }
    }

    /// <summary>All of a pod, the containers' first.</summary>
    public static IEnumerable<SecretReference> Of(PodTemplate pod)
    {
        foreach (var container in pod.Containers)
        {
            foreach (var reference in InEnvironment(container))
                yield return reference;
        }

        foreach (var reference in InVolumes(pod))
            yield return reference;
    }
}
