using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>Containers whose processes may gain rights through setuid programs.</summary>
internal sealed class ComposeNoNewPrivilegesMissing() : ContainerGapRule("HB2016", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeNoNewPrivilegesMissing),
        Title = "Processes of a container may gain privileges",
        MessageFormat = "Processes may become root through setuid programs for {0}; add 'no-new-privileges:true' to 'security_opt'",
        Rationale = """
            A process that runs as an ordinary user can become root through a setuid program such as su or mount, which most images contain.
            The option makes the kernel ignore the setuid bit, so that an attacker stays the user that the application runs as. .NET applications are not affected by it.
            """,
        WhenToIgnore = "Images that call sudo, ping or another setuid program at run time cannot use the option. A daemon that sets it for all containers makes the line superfluous.",
        CatalogueSlugs = ["compose-no-new-privileges-missing", "compose-security-opt-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.26"), RuleReference.DevSec("docker-5.25"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Aliases = ["kics:no_new_privileges_not_set", "kics:security_opt_not_set", "semgrep:no-new-privileges"],
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - no-new-privileges:true\n")],
    };

    protected override bool IsLacking(ContainerOptions container) =>
        container.IsKnown(ContainerSettings.SecurityOptions) && !container.SecurityOptions.Any(option => SecurityOption.Parse(option.Value).Name == "no-new-privileges");

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var option in container.SecurityOptions)
        {
            if (SecurityOption.Parse(option.Value) is { Name: "no-new-privileges", Value: "false" })
                yield return Report(option.Location, $"{container.Noun} '{container.Name.Value}'");
        }
    }
}
