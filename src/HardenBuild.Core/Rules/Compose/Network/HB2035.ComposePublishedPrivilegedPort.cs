using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A port of the host below 1024.</summary>
internal sealed class ComposePublishedPrivilegedPort() : ContainerOptionsRule("HB2035", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePublishedPrivilegedPort),
        Title = "A container takes a privileged port of the host",
        MessageFormat = "Port {0} of the host, opened for {1} '{2}', is reserved for the host's own services; publish a port above 1023 and put a reverse proxy in front",
        Rationale = """
            Ports below 1024 belong to services of the host, such as SSH and mail; clients trust them to be run by root. A container that takes one stands in for such a service.
            The ports of the web, 80 and 443, and of DNS, 53, are what proxies and name servers are for and are not reported.
            """,
        WhenToIgnore = "When the container is that service of the host.",
        CatalogueSlugs = ["compose-published-privileged-port"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.8"), RuleReference.DevSec("docker-5.7"), RuleReference.Cwe(1327), RuleReference.OwaspDocker("D03")],
        Related = ["kics:privileged_ports_mapped_in_container"],
        ComparedWith = "KICS compares every number in the entry, those of addresses and of the container's side as well.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"127.0.0.1:[|25|]:2525\"]\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"127.0.0.1:8080:80\"]\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"443:8443\"]\n"),
        ],
    };

    private const int FirstUnprivileged = 1024;

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var port in container.Ports)
        {
            if (port.HostPorts is { Value.First: > 0 and < FirstUnprivileged } ports && !(ports.Value.First == ports.Value.Last && ports.Value.First is 53 or 80 or 443))
                yield return Report(ports.Location, ports.Value.ToString(), container.Noun, container.Name.Value);
        }
    }
}
