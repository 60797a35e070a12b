using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A port of the container that the host opens for it.</summary>
internal sealed record PublishedPort
{
    /// <summary>The whole entry: what a person would change to publish the port elsewhere.</summary>
    public required Located<string> Text { get; init; }

    /// <summary>The address of the host, without brackets; null when none is written or it cannot be told.</summary>
    public Located<string>? HostAddress { get; init; }

    /// <summary>An address is written, in a variable perhaps.</summary>
    public bool HasHostAddress { get; init; }

    /// <summary>The ports of the host; null when the daemon chooses one or it cannot be told.</summary>
    public Located<PortRange>? HostPorts { get; init; }

    /// <summary>A port of the host is written, in a variable perhaps; without one the daemon chooses a free port.</summary>
    public bool HasHostPort { get; init; }

    /// <summary>The ports of the container; null when they cannot be told.</summary>
    public Located<PortRange>? ContainerPorts { get; init; }

    /// <summary><c>tcp</c>, <c>udp</c> or <c>sctp</c>; null when it cannot be told.</summary>
    public string? Protocol { get; init; } = "tcp";

    /// <summary><c>ingress</c> or <c>host</c>, for swarms; null when it is not written.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether every interface of the host listens; false where an address is written that cannot be told.</summary>
    public bool IsOnAllInterfaces => !HasHostAddress || HostAddress is { Value: "0.0.0.0" or "::" or "0:0:0:0:0:0:0:0" or "" };
}
