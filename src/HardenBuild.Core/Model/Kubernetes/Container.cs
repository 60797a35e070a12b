using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Model.Kubernetes.Resources;
using HardenBuild.Model.Kubernetes.Secrets;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A container of a pod template.</summary>
internal sealed class Container
{
    private readonly int _index;
    private readonly YamlMapping _pod;
    private Setting<ImageReference>? _image;
    private ImmutableArray<ContainerVariable> _environment;

    private ContainerResources? _resources;

    internal Container(PodTemplate pod, YamlMapping root, ContainerKind kind, int index)
    {
        _index = index;
        _pod = pod.Spec;
        Root = root;
        Kind = kind;
        Name = new ManifestFields(root).Text("name");
        OwnSecurityContext = new SecurityContext(root["securityContext"]);
        Security = new EffectiveSecurityContext(OwnSecurityContext, pod, Name.Known?.Value);
    }

    /// <summary>The container's object; fields that the model does not name are reachable from it.</summary>
    public YamlMapping Root { get; }

    public ContainerKind Kind { get; }

    public Setting<string> Name { get; }

    /// <summary>The name, or the container's place in its list where it has none.</summary>
    public string DisplayName => Name.Known?.Value ?? "#" + (_index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The token that stands for the container: its name, else its first key.</summary>
    public SourceLocation NameLocation => Name.Known?.Location
        ?? (Root["name"] is { Span.IsEmpty: false } unreadable ? unreadable.Location
        : Root.Members.IsEmpty ? Root.Location : Root.Members[0].KeyLocation);

    /// <summary>The reference of the image; unknown where a template or a tool fills it in.</summary>
    public Setting<ImageReference> Image => _image ??= ContainerImages.Read(Root["image"]);

    /// <summary><c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>.</summary>
    public Setting<string> ImagePullPolicy => new ManifestFields(Root).Text("imagePullPolicy");

    /// <summary>The security context as written on the container.</summary>
    public SecurityContext OwnSecurityContext { get; }

    /// <summary>The security context that holds, with what the pod hands down.</summary>
    public EffectiveSecurityContext Security { get; }

    /// <summary>The environment variables that are written one by one.</summary>
    public ImmutableArray<ContainerVariable> Environment =>
        _environment.IsDefault ? _environment = [.. new ManifestFields(Root).Objects("env").Select(static root => new ContainerVariable(root))] : _environment;

    public ContainerResources Resources => _resources ??= new ContainerResources(Root, _pod);

    public ImmutableArray<YamlMapping> Ports => new ManifestFields(Root).Objects("ports");

    public ImmutableArray<YamlMapping> VolumeMounts => new ManifestFields(Root).Objects("volumeMounts");

    /// <summary><c>container/web</c>, <c>initContainer/migrate</c>.</summary>
    public string LogicalPath => (Kind switch
    {
        ContainerKind.InitContainer => "initContainer/",
        ContainerKind.EphemeralContainer => "ephemeralContainer/",
        _ => "container/",
    }) + DisplayName;
}
