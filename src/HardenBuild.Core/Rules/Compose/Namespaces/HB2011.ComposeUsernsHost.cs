using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Namespaces;

/// <summary>A container in the user namespace of the host although the daemon remaps users.</summary>
internal sealed class ComposeUsernsHost() : ContainerOptionsRule("HB2011", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUsernsHost),
        Title = "A container switches user namespace remapping off",
        MessageFormat = "User namespace remapping is switched off for {0}, so root in it is root on the host; remove 'userns_mode: host'",
        Rationale = """
            Where the Docker daemon maps root in containers to an ordinary user of the host, this option takes the container out of that protection.
            Where the daemon does not remap, the option has no effect, and nobody notices that it will have one later.
            """,
        WhenToIgnore = "Options such as privileged do not work together with remapping. Suppress the finding for a service that cannot do without them.",
        CatalogueSlugs = ["compose-userns-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.31"), RuleReference.DevSec("docker-5.30"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Aliases = ["kics:shared_host_user_namespace", "kics:userns_set_to_host"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    userns_mode: [|host|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.UserNamespaceMode is { Value: "host" } mode)
            yield return Report(mode.Location, $"{container.Noun} '{container.Name.Value}'");
    }
}
