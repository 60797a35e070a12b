using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads published ports: <c>[address:][host:]container[/protocol]</c> or a mapping.</summary>
internal sealed class ComposePortReader(ComposeValues values)
{
    public ImmutableArray<PublishedPort> Read(ImmutableArray<YamlNode> layers)
    {
        var ports = ImmutableArray.CreateBuilder<PublishedPort>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                // The same entry in a base file and in its override is one port.
                if ((item.AsScalar is { } scalar ? ReadShort(scalar) : item.AsMapping is { } mapping ? ReadLong(mapping) : null) is { } port && seen.Add(port.Text.Value))
                    ports.Add(port);
            }
        }

        return ports.ToImmutable();
    }

    private PublishedPort? ReadShort(YamlScalar scalar)
    {
        if (scalar.Value.Length == 0)
            return null;
        var raw = scalar.Value;
        var known = values.Expand(raw);
        var text = known ?? raw;
        var slash = LastSeparator(text, '/');
        var protocol = slash < 0 ? "tcp" : values.Expand(text.Substring(slash + 1));
        var end = slash < 0 ? text.Length : slash;
        var containerStart = LastSeparator(text.Substring(0, end), ':') + 1;
        var hostStart = containerStart == 0 ? 0 : LastSeparator(text.Substring(0, containerStart - 1), ':') + 1;
        var address = hostStart == 0 ? null : text.Substring(0, hostStart - 1);
        var host = containerStart == 0 ? null : text.Substring(hostStart, containerStart - 1 - hostStart);
        return new PublishedPort
        {
            Text = new Located<string>(text, scalar.Location),
            HostAddress = address is null || values.Expand(address) is not { } ip ? null : new Located<string>(ip.Trim('[', ']'), LocationOf(0, address.Length)),
            HasHostAddress = address is not null || (host is not null && MayHoldAddress(host)),
            HostPorts = host is null ? null : Range(host, hostStart),
            HasHostPort = host is { Length: > 0 },
            ContainerPorts = Range(text.Substring(containerStart, end - containerStart), containerStart),
            Protocol = protocol,
        };

        Located<PortRange>? Range(string part, int start) =>
            values.Expand(part) is { } value && PortRange.Parse(value) is { } range ? new Located<PortRange>(range, LocationOf(start, part.Length)) : null;

        SourceLocation LocationOf(int start, int length) => text == raw ? scalar.LocationOf(start, length) : scalar.Location;
    }

    private PublishedPort ReadLong(YamlMapping mapping)
    {
        var published = mapping["published"]?.AsScalar;
        var place = published ?? mapping["target"] ?? mapping;
        var address = mapping["host_ip"] as YamlScalar;
        return new PublishedPort
        {
            Text = new Located<string>(mapping.ToString(), place.Location),
            HostAddress = values.Text(address),
            HasHostAddress = address is { IsNull: false },
            HostPorts = Range(mapping["published"]),
            HasHostPort = published is { Value.Length: > 0 },
            ContainerPorts = Range(mapping["target"]),
            Protocol = mapping["protocol"] is { } protocol ? values.Text(protocol)?.Value : "tcp",
            Mode = values.Text(mapping["mode"])?.Value,
        };
    }

    private Located<PortRange>? Range(YamlNode? node) =>
        values.Text(node) is { } text && PortRange.Parse(text.Value) is { } range ? new Located<PortRange>(range, text.Location) : null;

    // "${BIND}:80" may hold an address and a port; a variable that is called a port holds only that.
    private bool MayHoldAddress(string host) => values.Expand(host) is null && !host.Contains("PORT", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last separator outside of <c>${…}</c> and brackets; -1 when there is none.</summary>
    private static int LastSeparator(string text, char separator)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is '}' or ']')
                depth++;
            else if (text[i] is '{' or '[')
                depth--;
            else if (text[i] == separator && depth == 0)
                return i;
        }

        return -1;
    }
}
