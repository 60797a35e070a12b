using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A container, or the build of its image, in the network of the host.</summary>
internal sealed class ComposeNetworkHost() : ContainerOptionsRule("HB2007", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeNetworkHost),
        Title = "A container shares the network of the host",
        MessageFormat = "The host's network is shared with {0}, so it reaches every local service and opens ports without being asked; use a network of its own and publish the ports it needs",
        Rationale = """
            Without a network namespace of its own a container can talk to everything that listens on the host's localhost, databases and administration ports among them,
            and every port it opens is open on the host, whatever the ports section says. While an image is built, the same holds for each of its RUN instructions.
            """,
        WhenToIgnore = "Agents that measure the host's own network need it on Linux. Suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-network-host", "docker-run-insecure-flags", "devcontainer-host-namespace", "quadlet-host-network"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.10"), RuleReference.DevSec("docker-5.9"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D03")],
        Aliases = ["kics:shared_host_network_namespace", "kics:network_mode_host_exists"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    network_mode: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"127.0.0.1:8080:8080\"]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.NetworkMode is { Value: "host" } mode)
            yield return Report(mode.Location, $"{container.Noun} '{container.Name.Value}'");
        if (container.Build?.Network is { Value: "host" } buildNetwork)
            yield return Report(buildNetwork.Location, $"the build of {container.Noun} '{container.Name.Value}'");
    }
}
