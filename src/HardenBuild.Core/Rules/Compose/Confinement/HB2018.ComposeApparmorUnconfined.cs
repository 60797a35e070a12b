using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Confinement;

/// <summary>A container without an AppArmor profile.</summary>
internal sealed class ComposeApparmorUnconfined() : ContainerOptionsRule("HB2018", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeApparmorUnconfined),
        Title = "A container runs without AppArmor confinement",
        MessageFormat = "'{0}' takes the AppArmor profile away from {1} '{2}', so nothing keeps it from mounts and kernel files; remove it, and docker-default applies",
        Rationale = """
            The profile docker-default denies mounting, writing to kernel settings below /proc and /sys, and tracing processes outside the container.
            It applies by itself on hosts with AppArmor, Debian and Ubuntu among them, unless this option takes it away.
            """,
        WhenToIgnore = "Programs that mount file systems inside the container need a profile of their own; name it instead of switching AppArmor off.",
        CatalogueSlugs = ["compose-apparmor-unconfined"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.2"), RuleReference.DevSec("docker-5.1"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - [|apparmor=unconfined|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - no-new-privileges:true\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var option in container.SecurityOptions)
        {
            if (SecurityOption.Parse(option.Value) is { Name: "apparmor", Value: "unconfined" })
            {
                yield return Report(option.Location, option.Value, container.Noun, container.Name.Value);
            }
        }
    }
}
