using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>A place where a container sees a volume.</summary>
internal sealed class VolumeMount(Container container, YamlMapping root)
{
    private readonly ManifestFields _fields = new(root);

    public Container Container { get; } = container;

    /// <summary>The name of the volume.</summary>
    public Setting<string> Name => _fields.Text("name");

    public Setting<string> MountPath => _fields.Text("mountPath");

    public Setting<bool> ReadOnly => _fields.Boolean("readOnly");

    /// <summary>The folder of the volume that is mounted instead of its root, as <c>subPath</c> or <c>subPathExpr</c>.</summary>
    public Setting<string> SubPath => _fields.Text("subPath").Or(_fields.Text("subPathExpr"));

    /// <summary>The token that stands for the mount: its path, else the name of the volume.</summary>
    public SourceLocation Location => MountPath.Known?.Location ?? Name.Known?.Location ?? root.Location;
}
