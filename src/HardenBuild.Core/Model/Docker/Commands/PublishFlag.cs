using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Reads <c>-p [address:][host:]container[/protocol]</c>.</summary>
/// <remarks>Grammar: docs.docker.com/engine/network/port-publishing.</remarks>
internal static class PublishFlag
{
    /// <summary>The port; null where a part of it is not known.</summary>
    public static PublishedPort? Read(FlagValue flag)
    {
        if (!flag.IsWhole || flag.Known.Length == 0)
            return null;
        var text = flag.Known;
        var slash = text.IndexOf('/');
        var end = slash < 0 ? text.Length : slash;
        var containerStart = text.LastIndexOf(':', end - 1 < 0 ? 0 : end - 1) + 1;
        var hostStart = containerStart <= 1 ? 0 : text.LastIndexOf(':', containerStart - 2) + 1;
        var address = hostStart == 0 ? null : flag.Part(0, hostStart - 1);
        return new PublishedPort
        {
            Text = new Located<string>(text, flag.Source.At(flag.Option.ValueSpan)),
            HostAddress = address is { } ip ? ip with { Value = ip.Value.Trim('[', ']') } : null,
            HasHostAddress = address is not null,
            HostPorts = containerStart == 0 ? null : Range(flag, hostStart, containerStart - 1),
            HasHostPort = containerStart > 0 && containerStart - 1 > hostStart,
            ContainerPorts = Range(flag, containerStart, end),
            Protocol = slash < 0 ? "tcp" : text.Substring(slash + 1),
        };
    }

    private static Located<PortRange>? Range(FlagValue flag, int start, int end) =>
        end > start && flag.Part(start, end) is { } part && PortRange.Parse(part.Value) is { } range ? new Located<PortRange>(range, part.Location) : null;
}
