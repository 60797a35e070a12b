using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>An overlay network that carries everything in the clear.</summary>
internal sealed class ComposeOverlayNotEncrypted() : ContainerOptionsRule("HB2053", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeOverlayNotEncrypted),
        Title = "An overlay network is not encrypted",
        MessageFormat = "Overlay network '{0}' carries what containers say to each other in the clear between the hosts; add 'encrypted' to its 'driver_opts'",
        Rationale = """
            Swarm encrypts what its managers say, not the data of containers: between the hosts it travels in VXLAN packets that anyone on the way can read and forge.
            With the option the hosts use IPsec.
            """,
        WhenToIgnore = "When the hosts are connected by a network that nobody else can reach, or all services speak TLS among themselves. Encryption costs throughput.",
        CatalogueSlugs = ["compose-overlay-not-encrypted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("7.3"), RuleReference.DevSec("docker-2.19"), RuleReference.Cwe(319), RuleReference.OwaspDocker("D03")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    networks: [back]\nnetworks:\n  back:\n    driver: [|overlay|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    networks: [back]\nnetworks:\n  back:\n    driver: overlay\n    driver_opts:\n      encrypted: \"\"\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var network in container.Networks)
        {
            if (network is { ExternalName: null, IsEncrypted: false, Driver: { Value: "overlay" } driver })
                yield return Report(driver.Location, network.Name.Value);
        }
    }
}
