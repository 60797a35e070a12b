using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>One <c>ingress</c> or <c>egress</c> rule of a NetworkPolicy: who, and on which ports.</summary>
internal sealed class PolicyPeers
{
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

    /// <summary>The blocks that hold every address, minus their exceptions.</summary>
    public IEnumerable<(YamlNode Cidr, TextList Exceptions)> UniversalBlocks()
    {
        foreach (var peer in Peers)
        {
            var block = new ManifestFields(peer).Object("ipBlock");
            if (block.Text("cidr").Known is { Value: "0.0.0.0/0" or "::/0" })
                yield return (block.Mapping!["cidr"]!, block.Texts("except"));
        }
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
