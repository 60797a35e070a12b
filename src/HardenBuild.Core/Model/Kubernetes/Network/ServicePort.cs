using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>A port of a Service.</summary>
internal sealed class ServicePort
{
    private readonly ManifestFields _fields;

    internal ServicePort(YamlMapping root)
    {
        Root = root;
        _fields = new ManifestFields(root);
    }

    public YamlMapping Root { get; }

    public Setting<string> Name => _fields.Text("name");

    public Setting<long> Number => _fields.Integer("port");

    public Setting<string> Protocol => _fields.Text("protocol");

    /// <summary>The port of the pod as number; absent where a name is written or nothing at all.</summary>
    public Setting<long> TargetNumber => _fields.Integer("targetPort") is { Known: not null } number ? number : Setting<long>.Absent;

    /// <summary>The port of the pod by its name; absent where a number is written or nothing at all.</summary>
    public Setting<string> TargetName => TargetNumber.IsAbsent ? _fields.Text("targetPort") : Setting<string>.Absent;

    /// <summary>What the pod must listen on: the target's number, else the port's.</summary>
    public Setting<long> PodPort => TargetNumber.Or(TargetName.IsAbsent ? Number : Setting<long>.Unknown);

    public SourceLocation TargetLocation => Root["targetPort"] is { Span.IsEmpty: false } target ? target.Location
        : Root["port"] is { Span.IsEmpty: false } port ? port.Location : Root.Location;
}
