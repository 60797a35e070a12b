using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Confinement;

/// <summary>A container that sees all of /proc and /sys.</summary>
internal sealed class ComposeSystempathsUnconfined() : ContainerOptionsRule("HB2020", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSystempathsUnconfined),
        Title = "A container sees the hidden parts of /proc and /sys",
        MessageFormat = "'{0}' opens the parts of /proc and /sys that Docker hides to {1} '{2}', so root in it can change the host's kernel; remove it",
        Rationale = """
            Docker masks files such as /proc/kcore and /proc/sysrq-trigger and makes /proc/sys read-only, because they belong to the kernel that all containers share.
            The option takes both away: root in the container reads the host's memory, restarts the host or names a program that the kernel runs for it.
            """,
        WhenToIgnore = "Container engines within containers ask for it; a rootless engine works without.",
        CatalogueSlugs = ["compose-systempaths-unconfined"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - [|systempaths=unconfined|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - no-new-privileges:true\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var option in container.SecurityOptions)
        {
            if (SecurityOption.Parse(option.Value) is { Name: "systempaths", Value: "unconfined" })
                yield return Report(option.Location, option.Value, container.Noun, container.Name.Value);
        }
    }
}
