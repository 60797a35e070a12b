using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Namespaces;

/// <summary>A container shares the host name of the host.</summary>
internal sealed class ComposeUtsHost() : ContainerOptionsRule("HB2010", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUtsHost),
        Title = "A container shares the host name of the host",
        MessageFormat = "The host's name is shared with {0} '{1}', so whoever is root in it can rename the host; remove 'uts: host' and set 'hostname' if a name is needed",
        Rationale = """
            In the host's UTS namespace the container sees the host's name and, with the capability SYS_ADMIN, changes it.
            Logs, certificates and cluster membership that go by the name of the host then belong to someone else.
            """,
        WhenToIgnore = "Agents that report under the name of the host can be given it in an environment variable instead.",
        CatalogueSlugs = ["compose-uts-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.21"), RuleReference.DevSec("docker-5.20"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D05")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    uts: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    hostname: web\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.UtsMode is { Value: "host" } mode)
            yield return Report(mode.Location, container.Noun, container.Name.Value);
    }
}
