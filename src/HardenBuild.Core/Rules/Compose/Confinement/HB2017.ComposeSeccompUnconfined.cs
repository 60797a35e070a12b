using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Confinement;

/// <summary>A container without a seccomp profile.</summary>
internal sealed class ComposeSeccompUnconfined() : ContainerOptionsRule("HB2017", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSeccompUnconfined),
        Title = "A container may use every system call",
        MessageFormat = "'{0}' lets {1} '{2}' use every system call of the kernel, also those that break out of containers; remove it or name a profile of your own",
        Rationale = """
            Docker's default seccomp profile blocks about forty system calls that applications do not need and that most container escapes do.
            .NET runs under the default profile; only debuggers that attach to processes need more.
            """,
        WhenToIgnore = "Visual Studio's debugger files switch the profile off for its own containers, which is reported as a suggestion only. Suppress the finding for profilers and debuggers.",
        CatalogueSlugs = ["compose-seccomp-unconfined", "docker-run-insecure-flags", "devcontainer-security-opt-unconfined", "github-container-options-insecure", "azure-container-options-insecure", "quadlet-isolation-weakened"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.22"), RuleReference.DevSec("docker-5.21"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Aliases = ["kics:default_seccomp_profile_disabled", "kics:seccomp_disabled", "semgrep:seccomp-confinement-disabled"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - [|seccomp:unconfined|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    security_opt:\n      - no-new-privileges:true\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var option in container.SecurityOptions)
        {
            if (SecurityOption.Parse(option.Value) is { Name: "seccomp", Value: "unconfined" })
            {
                yield return Report(option.Location, option.Value, container.Noun, container.Name.Value) with
                {
                    AtMost = DevelopmentFile.IsForDebugger(option.Location.Source.Path) ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }
}
