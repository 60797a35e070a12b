using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Confinement;

/// <summary>A container without SELinux separation.</summary>
internal sealed class ComposeSelinuxDisabled() : ContainerOptionsRule("HB2019", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSelinuxDisabled),
        Title = "A container runs without SELinux separation",
        MessageFormat = "'{0}' takes SELinux separation away from {1} '{2}', so its processes may touch files of the host and of other containers; remove it and mount volumes with ':z' or ':Z'",
        Rationale = """
            On Red Hat Enterprise Linux, Fedora and their kin SELinux keeps the processes of a container away from the host's files and from other containers.
            The option switches that off for the whole container, often only because one volume was mounted without a label.
            """,
        WhenToIgnore = "Containers that manage the host need the type spc_t. Suppress the finding for them.",
        CatalogueSlugs = ["compose-selinux-disabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.3"), RuleReference.DevSec("docker-5.2"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Aliases = ["semgrep:selinux-separation-disabled"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - [|label:disable|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - no-new-privileges:true\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var option in container.SecurityOptions)
        {
            if (SecurityOption.Parse(option.Value) is { Name: "label", Value: "disable" or "type:spc_t" })
            {
                yield return Report(option.Location, option.Value, container.Noun, container.Name.Value);
            }
        }
    }
}
