using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Mounts;

/// <summary>A mount whose changes reach the host.</summary>
internal sealed class ComposeMountPropagationShared() : ContainerOptionsRule("HB2004", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeMountPropagationShared),
        Title = "Mounts made in a container reach the host",
        MessageFormat = "Propagation '{0}' lets mounts cross the border between the host and {1} '{2}', so a container may put file systems into the host; remove the option",
        Rationale = """
            A bind mount is private by default: what is mounted below it later stays on its own side. With shared propagation a container can mount file systems
            that appear on the host and in other containers, with slave propagation those of the host appear in the container, disks plugged in later among them.
            """,
        WhenToIgnore = "Drivers for storage and other containers that mount on behalf of the host need it. Suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-mount-propagation-shared"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.20"), RuleReference.DevSec("docker-5.19"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Aliases = ["kics:volume_mounted_in_multiple_containers"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes:\n      - ./data:/data:[|rshared|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes:\n      - ./data:/data\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount is { Kind: MountKind.Bind, Propagation: { Value: "shared" or "rshared" or "slave" or "rslave" } propagation })
                yield return Report(propagation.Location, propagation.Value, container.Noun, container.Name.Value);
        }
    }
}
