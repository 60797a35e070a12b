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
        var (raw, text) = (PortText.Split(scalar.Raw), PortText.Split(scalar.Text?.Value ?? scalar.Raw));
        if (!IsPort(text.Container) || (text.Host.Length > 0 && !IsPort(text.Host)))
            return null;
        return new PublishedPort
        {
            Text = new Located<string>(text.Text, scalar.Location),
            HostAddress = text.HasAddress && Expand(text.Address) is { } ip ? new Located<string>(ip.Trim('[', ']'), LocationOf(raw.Address, 0)) : null,
            HasHostAddress = text.HasAddress || (text.Host.Length > 0 && MayHoldAddress(text.Host)),
            HostPorts = Range(text.Host, raw.Host, raw.HostStart),
            HasHostPort = text.Host.Length > 0,
            ContainerPorts = Range(text.Container, raw.Container, raw.ContainerStart),
            Protocol = text.Protocol is null ? "tcp" : Expand(text.Protocol),
        };

        Located<PortRange>? Range(string part, string written, int start) =>
            Expand(part) is { } value && PortRange.Parse(value) is { } range ? new Located<PortRange>(range, LocationOf(written, start)) : null;

        string? Expand(string part) => ComposeInterpolation.Expand(part, scalar.Scope.Variables);

        // A port, a range, or something that an unknown variable may make one.
        bool IsPort(string part) => Expand(part) is not { } known || PortRange.Parse(known) is not null;

        // "${BIND}:80" may hold an address and a port; a variable that is called a port holds only that.
        bool MayHoldAddress(string host) => Expand(host) is null && !host.Contains("PORT", StringComparison.OrdinalIgnoreCase);

        // Where a variable brings a part along, the parts are not those that are written.
        SourceLocation LocationOf(string written, int start) => raw.HasSameParts(text) ? scalar.Part(new TextSpan(start, written.Length)).Location : scalar.Location;
    }

    private static PublishedPort? ReadLong(ComposeMapping mapping)
    {
        if (mapping["target"] is not ComposeScalar { Text: var target } || (target is { } known && PortRange.Parse(known.Value) is null))
            return null;
        var published = mapping["published"]?.AsScalar;
        var place = (ComposeNode?)published ?? mapping["target"]!;
        var address = mapping["host_ip"] as ComposeScalar;
        return new PublishedPort
        {
            Text = new Located<string>(mapping.ToString(), place.Location),
            HostAddress = address?.Text,
            HasHostAddress = address is { IsNull: false },
            HostPorts = Range(mapping["published"]),
            HasHostPort = published is { Raw.Length: > 0 },
            ContainerPorts = Range(mapping["target"]),
            Protocol = mapping["protocol"] is { } protocol ? protocol.Text?.Value : "tcp",
            Mode = mapping["mode"]?.Text?.Value,
        };
    }

    private static Located<PortRange>? Range(ComposeNode? node) =>
        node?.Text is { } text && PortRange.Parse(text.Value) is { } range ? new Located<PortRange>(range, text.Location) : null;
}
