using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A container in the default network of the host.</summary>
internal sealed class ComposeDefaultBridge() : ContainerOptionsRule("HB2052", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDefaultBridge),
        Title = "A container is in the default bridge network",
        MessageFormat = "'{0}' puts {1} '{2}' into the network of all containers that were started without one; remove it, and Compose makes a network for the project",
        Rationale = """
            Everything that anybody starts with 'docker run' ends up in the default bridge network and can reach the container there. Names are not resolved in it, which is why links were invented.
            """,
        WhenToIgnore = "When a tool outside of the project must be reached there. Prefer a network that both join by name.",
        CatalogueSlugs = ["compose-default-bridge"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.30"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D03")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    network_mode: [|bridge|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    networks: [front]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.NetworkMode is { Value: "bridge" or "default" } mode)
            yield return Report(mode.Location, mode.Value, container.Noun, container.Name.Value);
        foreach (var network in container.Networks)
        {
            if (network.ExternalName is { Value: "bridge" } name)
                yield return Report(name.Location, name.Value, container.Noun, container.Name.Value);
        }
    }
}
