using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads published ports: <c>[address:][host:]container[/protocol]</c> or a mapping.</summary>
internal static class ComposePortReader
{
    public static ImmutableArray<PublishedPort> Read(ComposeMapping service) => [.. service.Items("ports").Select(Read).OfType<PublishedPort>()];

    /// <summary>An entry of <c>ports</c>; null when it has neither form.</summary>
    public static PublishedPort? Read(ComposeNode item) => item switch
    {
        ComposeScalar scalar => ReadShort(scalar),
        ComposeMapping mapping => ReadLong(mapping),
        _ => null,
    };

    private static PublishedPort? ReadShort(ComposeScalar scalar)
    {
        if (scalar.Raw.Length == 0)
            return null;
        var raw = scalar.Raw;
        var text = scalar.Text?.Value ?? raw;
        var slash = LastSeparator(text, '/');
        var protocol = slash < 0 ? "tcp" : Expand(text.Substring(slash + 1));
        var end = slash < 0 ? text.Length : slash;
        var containerStart = LastSeparator(text.Substring(0, end), ':') + 1;
        var hostStart = containerStart == 0 ? 0 : LastSeparator(text.Substring(0, containerStart - 1), ':') + 1;
        var address = hostStart == 0 ? null : text.Substring(0, hostStart - 1);
        var host = containerStart == 0 ? null : text.Substring(hostStart, containerStart - 1 - hostStart);
        return new PublishedPort
        {
            Text = new Located<string>(text, scalar.Location),
            HostAddress = address is null || Expand(address) is not { } ip ? null : new Located<string>(ip.Trim('[', ']'), LocationOf(0, address.Length)),
            HasHostAddress = address is not null || (host is not null && MayHoldAddress(host)),
            HostPorts = host is null ? null : Range(host, hostStart),
            HasHostPort = host is { Length: > 0 },
            ContainerPorts = Range(text.Substring(containerStart, end - containerStart), containerStart),
            Protocol = protocol,
        };

        Located<PortRange>? Range(string part, int start) =>
            Expand(part) is { } value && PortRange.Parse(value) is { } range ? new Located<PortRange>(range, LocationOf(start, part.Length)) : null;

        string? Expand(string part) => ComposeInterpolation.Expand(part, scalar.Scope.Variables);

        // "${BIND}:80" may hold an address and a port; a variable that is called a port holds only that.
        bool MayHoldAddress(string host) => Expand(host) is null && !host.Contains("PORT", StringComparison.OrdinalIgnoreCase);

        SourceLocation LocationOf(int start, int length) => text == raw ? scalar.Part(new TextSpan(start, length)).Location : scalar.Location;
    }

    private static PublishedPort ReadLong(ComposeMapping mapping)
    {
        var published = mapping["published"]?.AsScalar;
        var place = published ?? mapping["target"] ?? mapping;
        var address = mapping["host_ip"] as ComposeScalar;
        return new PublishedPort
        {
            Text = new Located<string>(mapping.ToString(), place.Location),
            HostAddress = address?.Text,
            HasHostAddress = address is { IsNull: false },
            HostPorts = Range(mapping["published"]),
            HasHostPort = published is { Raw.Length: > 0 },
            ContainerPorts = Range(mapping["target"]),
            Protocol = mapping["protocol"] is { } protocol ? protocol?.Text?.Value : "tcp",
            Mode = mapping["mode"]?.Text?.Value,
        };
    }

    private static Located<PortRange>? Range(ComposeNode? node) =>
        node?.Text is { } text && PortRange.Parse(text.Value) is { } range ? new Located<PortRange>(range, text.Location) : null;

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
