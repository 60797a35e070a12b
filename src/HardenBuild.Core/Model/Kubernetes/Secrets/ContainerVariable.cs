using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>An environment variable of a container.</summary>
internal sealed class ContainerVariable(YamlMapping root)
{
    private readonly ManifestFields _fields = new(root);

    /// <summary>The variable's object.</summary>
    public YamlMapping Root { get; } = root;

    public Setting<string> Name => _fields.Text("name");

    /// <summary>The value that is written in the manifest; null where it comes from elsewhere.</summary>
    public YamlScalar? Value => _fields.Mapping?["value"] is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>The key of the reference to a Secret; null where the value comes from elsewhere.</summary>
    public SourceLocation? SecretKeyReference =>
        Root["valueFrom"]?.AsMapping?.Find("secretKeyRef") is { } member && member.Value.AsScalar is not { IsNull: true } ? member.KeyLocation : null;

    /// <summary>The token that stands for the variable.</summary>
    public SourceLocation Location => Name.Known?.Location ?? Root.Location;
}
