using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A port that every interface of the host listens on.</summary>
/// <remarks>Ports of databases and of administration are left to HB2037.</remarks>
internal sealed class ComposePortAllInterfaces() : ContainerOptionsRule("HB2036", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePortAllInterfaces),
        Title = "A port is open on every interface of the host",
        MessageFormat = "Port '{0}' of {1} '{2}' is open to everyone who reaches the host, past its firewall; write '127.0.0.1:' before it where only the host itself or a proxy on it connects",
        Rationale = """
            Without an address Docker listens on all interfaces, and its own firewall rules come before those of ufw and firewalld: a port that seems to be closed is open to the whole network.
            Services of one project reach each other without any published port.
            """,
        WhenToIgnore = "Ports that are meant for everyone, such as those of the reverse proxy. A default address for all ports can be set in the daemon ('ip') or for the network of a project.",
        CatalogueSlugs = ["compose-port-all-interfaces"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.14"), RuleReference.DevSec("docker-5.13"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D03")],
        Related = ["dclint:no-unbound-port-interfaces", "kics:container_traffic_not_bound_to_host_interface"],
        ComparedWith = "All open ports of a project are one finding. The ports of the web, 80 and 443, are there for everyone and are not reported. dclint accepts '0.0.0.0', which says the same as no address at all. An address in a variable counts as an address; KICS looks for a dot in the port of the long form.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [[|\"8080:80\"|]]\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"127.0.0.1:8080:80\"]\n"),
            new("compose.yaml", "services:\n  proxy:\n    image: nginx:1.29\n    ports: [\"80:80\", \"443:443\"]\n"),
        ],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers) =>
        RepeatedPlaces.Join(base.Analyze(containers), "This port is open too");

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var port in container.Ports)
        {
            if (port.IsOnAllInterfaces && !IsOfWeb(port) && DatastorePorts.Find(port) is null)
                yield return Report(port.Text.Location, port.Text.Location.Source.Substring(port.Text.Location.Span).Trim('"', '\''), container.Noun, container.Name.Value);
        }
    }

    private static bool IsOfWeb(PublishedPort port) => port.HostPorts is { Value: { First: 80, Last: 80 } or { First: 443, Last: 443 } };
}
