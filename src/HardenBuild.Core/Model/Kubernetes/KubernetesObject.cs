using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.ControlPlane;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>An object of a manifest: something with <c>apiVersion</c> and <c>kind</c>.</summary>
internal sealed class KubernetesObject
{
    private ImmutableArray<ComponentOptions> _controlPlane;

    internal KubernetesObject(YamlMapping root, Located<string> apiVersion, Located<string> kind, RuleOptions options)
    {
        Options = options;
        Root = root;
        ApiVersion = apiVersion;
        Kind = kind;
        var metadata = new ManifestFields(root["metadata"]);
        Name = metadata.Text("name").Or(metadata.Text("generateName"));
        Namespace = metadata.Text("namespace");
        Annotations = metadata.Object("annotations");
        Labels = metadata.Object("labels");
    }

    /// <summary>The object; fields that the model does not name are reachable from it.</summary>
    public YamlMapping Root { get; }

    /// <summary>Group and version, <c>apps/v1</c>, or the version alone for the core group.</summary>
    public Located<string> ApiVersion { get; }

    public Located<string> Kind { get; }

    /// <summary>The name, or the prefix of the name that the cluster makes up.</summary>
    public Setting<string> Name { get; }

    /// <summary>The token that stands for the object: its name, else its kind.</summary>
    public SourceLocation NameLocation => Name.Known?.Location ?? Kind.Location;

    public Setting<string> Namespace { get; }

    public ManifestFields Annotations { get; }

    public ManifestFields Labels { get; }

    /// <summary>The options of control-plane components that the object holds; read when first asked for.</summary>
    public ImmutableArray<ComponentOptions> ControlPlane => _controlPlane.IsDefault ? _controlPlane = ControlPlaneReader.Read(this) : _controlPlane;

    /// <summary>What the configuration of the object's file says about the options of rules.</summary>
    public RuleOptions Options { get; }

    /// <summary>The path of the object's file, relative to the root.</summary>
    public string Path => ApiVersion.Location.Source.Path;

    /// <summary>The part of <see cref="ApiVersion"/> before the slash; empty for the core group.</summary>
    public string ApiGroup => ApiVersion.Value.IndexOf('/') is >= 0 and var slash ? ApiVersion.Value.Substring(0, slash) : "";

    /// <summary><c>Deployment/api</c>.</summary>
    public string LogicalPath => $"{Kind.Value}/{Name.Known?.Value ?? "unnamed"}";

    public override string ToString() => LogicalPath;
}
