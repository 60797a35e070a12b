using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>Images whose reference names no version.</summary>
internal static class FloatingImages
{
    private static readonly string[] Latest = ["latest"];

    /// <summary>No digest, and no tag or one that moves with every version.</summary>
    public static bool IsFloating(ImageReference image, RuleOptions options, Rule rule)
    {
        if (image.Digest is not null)
            return false;
        if (image.Tag is not { } tag)
            return true;
        var configured = options.List(rule, "floating_tags");
        return (configured.Count == 0 ? Latest : configured).Contains(tag.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>OpenShift replaces the image of the container by one from an image stream.</summary>
    public static bool IsFilledByTrigger(KubernetesObject manifest, Container container)
    {
        if (manifest.Kind.Value != "DeploymentConfig" || container.Name.Known is not { } name)
            return false;
        foreach (var trigger in new ManifestFields(manifest.Root["spec"]).Objects("triggers"))
        {
            if (new ManifestFields(trigger).Object("imageChangeParams").Texts("containerNames").Contains(name.Value))
                return true;
        }

        return false;
    }
}
