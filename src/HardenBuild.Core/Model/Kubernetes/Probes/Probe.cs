using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Probes;

/// <summary>A check by which the kubelet tells whether a container lives, is ready or has started.</summary>
internal sealed class Probe
{
    private static readonly string[] s_handlers = ["httpGet", "tcpSocket", "grpc", "exec"];

    private Probe(YamlMember member, YamlMapping root)
    {
        Root = root;
        KeyLocation = member.Key?.Location ?? member.Value.Location;
        foreach (var handler in s_handlers)
        {
            if (root[handler] is not { } node)
                continue;
            Handler = handler;
            var fields = new ManifestFields(node);
            Port = fields.Text("port");
            Path = fields.Text("path").Or(fields.Text("service"));
            Command = fields.Texts("command");
            return;
        }
    }

    public YamlMapping Root { get; }

    /// <summary>The field that holds the probe.</summary>
    public SourceLocation KeyLocation { get; }

    /// <summary><c>httpGet</c>, <c>tcpSocket</c>, <c>grpc</c> or <c>exec</c>; null where none is written.</summary>
    public string? Handler { get; }

    /// <summary>The number or name of the port.</summary>
    public Setting<string> Port { get; }

    /// <summary>The path of a request, or the service of a gRPC check.</summary>
    public Setting<string> Path { get; }

    public TextList Command { get; }

    public Setting<long> InitialDelay => new ManifestFields(Root).Integer("initialDelaySeconds");

    /// <param name="container">The container's object.</param>
    /// <param name="name"><c>livenessProbe</c>, <c>readinessProbe</c> or <c>startupProbe</c>.</param>
    /// <returns>Null where the container has no such probe, and where it cannot be read.</returns>
    public static Probe? Find(YamlMapping container, string name) =>
        container.Find(name) is { } member && member.Value.AsMapping is { } root && !Placeholders.IsPlaceholder(root) ? new Probe(member, root) : null;

    /// <summary>The container has no such probe for certain.</summary>
    public static bool IsMissing(YamlMapping container, string name) => new ManifestFields(container).Object(name).IsAbsent;

    /// <summary>Both ask the same of the container, however often.</summary>
    public bool AsksTheSame(Probe other)
    {
        if (Handler is null || Handler != other.Handler || Port.IsUnknown || other.Port.IsUnknown || Path.IsUnknown || other.Path.IsUnknown || Command.IsUnknown || other.Command.IsUnknown)
            return false;
        return Port.Known?.Value == other.Port.Known?.Value
            && Path.Known?.Value == other.Path.Known?.Value
            && Command.Items.Select(static item => item.Value).SequenceEqual(other.Command.Items.Select(static item => item.Value));
    }
}
