using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>One <c>ingress</c> or <c>egress</c> rule of a NetworkPolicy: who, and on which ports.</summary>
internal sealed class PolicyPeers
{
    private const long HttpPort = 80;
    private readonly ManifestFields _fields;
    private readonly string _peersKey;

    /// <param name="peersKey"><c>from</c> or <c>to</c>.</param>
    internal PolicyPeers(YamlMapping root, string peersKey)
    {
        Root = root;
        _fields = new ManifestFields(root);
        _peersKey = peersKey;
    }

    public YamlMapping Root { get; }

    public ImmutableArray<YamlMapping> Peers => _fields.Objects(_peersKey);

    /// <summary>No list of peers, or an empty one: everybody.</summary>
    public bool AllowsEverybody => IsMissing(_peersKey);

    /// <summary>No list of ports, or an empty one: all of them.</summary>
    public bool AllowsEveryPort => IsMissing("ports");

    /// <summary>The list of peers that lets everybody in or out, else the rule.</summary>
    public SourceLocation Location => Root[_peersKey] is { Span.IsEmpty: false } peers ? peers.Location : Root.Location;

    /// <summary>The blocks of addresses that can be read, minus their exceptions.</summary>
    public IEnumerable<(Located<string> Text, AddressBlock Block, TextList Exceptions)> Blocks()
    {
        foreach (var peer in Peers)
        {
            var block = new ManifestFields(peer).Object("ipBlock");
            if (block.Text("cidr").Known is { } text && AddressBlock.Parse(text.Value) is { } parsed)
                yield return (text, parsed, block.Texts("except"));
        }
    }

    /// <summary>What lets the pods reach the instance metadata service; null where nothing does for certain.</summary>
    public SourceLocation? AllowsMetadata()
    {
        if (!AllowsPort(HttpPort))
            return null;
        if (AllowsEverybody)
            return Location;
        foreach (var (text, block, exceptions) in Blocks())
        {
            if (block.HoldsMetadata && !IsMetadataExcepted(exceptions))
                return text.Location;
        }

        return null;
    }

    /// <summary>Whether the exceptions of a block hold the address of the instance metadata service, or may hold it.</summary>
    public static bool IsMetadataExcepted(TextList exceptions)
    {
        foreach (var exception in exceptions.Items)
        {
            if (AddressBlock.Parse(exception.Value) is { HoldsMetadata: true })
                return true;
        }

        return exceptions.IsUnknown;
    }

    /// <summary>Whether TCP port <paramref name="wanted"/> is among the ports for certain.</summary>
    public bool AllowsPort(long wanted)
    {
        if (AllowsEveryPort)
            return true;
        foreach (var port in _fields.Objects("ports"))
        {
            var fields = new ManifestFields(port);
            if (fields.Text("protocol") is { Known.Value: not "TCP" })
                continue;
            var first = fields.Integer("port");
            if (first.Is(wanted) || (first.IsAbsent && port["port"] is null))
                return true;
            if (first.Known is { } low && fields.Integer("endPort").Known is { } high && low.Value <= wanted && wanted <= high.Value)
                return true;
        }

        return false;
    }

    private bool IsMissing(string key) =>
        !_fields.IsUnknown && (Root[key] is not { } node || node.AsScalar is { IsNull: true } || node.AsSequence is { Items.IsEmpty: true });
}
