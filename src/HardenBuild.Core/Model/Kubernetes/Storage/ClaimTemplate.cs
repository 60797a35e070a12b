using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>A claim that a StatefulSet makes for each of its pods.</summary>
internal sealed class ClaimTemplate(YamlMapping root)
{
    private readonly ManifestFields _fields = new(root);

    public Setting<string> Name => _fields.Object("metadata").Text("name");

    public ManifestFields Annotations => _fields.Object("metadata").Object("annotations");

    public TextList AccessModes => _fields.Object("spec").Texts("accessModes");

    /// <summary>The storage class, which for some decides how the volume may be mounted.</summary>
    public Setting<string> StorageClass => _fields.Object("spec").Text("storageClassName");

    public Setting<string> StorageRequest => _fields.Object("spec").Object("resources").Object("requests").Text("storage");

    /// <summary>The token that stands for the claim: its name, else its first key.</summary>
    public SourceLocation Location => Name.Known?.Location ?? (root.Members.IsEmpty ? root.Location : root.Members[0].KeyLocation);

    /// <summary>The claims of a StatefulSet; none for other kinds.</summary>
    public static IEnumerable<ClaimTemplate> Of(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "StatefulSet")
            yield break;
        foreach (var root in new ManifestFields(manifest.Root["spec"]).Objects("volumeClaimTemplates"))
            yield return new ClaimTemplate(root);
    }
}
