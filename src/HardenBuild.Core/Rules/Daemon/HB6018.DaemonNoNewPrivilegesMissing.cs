using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Processes in containers may gain privileges.</summary>
internal sealed class DaemonNoNewPrivilegesMissing() : DaemonRule("HB6018", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.IsForWindows)
            yield break;
        if (configuration.NoNewPrivileges is { Value: false } setting)
            yield return Report(setting.Location, "'no-new-privileges' is false");
        else if (configuration.AbsenceOf("no-new-privileges") is { } brace)
            yield return Report(brace, "'no-new-privileges' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonNoNewPrivilegesMissing),
        Title = "Processes in containers may gain privileges",
        MessageFormat = "{0}, so a process in a container can become root through a setuid program; set 'no-new-privileges' to true",
        Rationale =
            "A setuid program such as su, sudo or mount runs as root whoever starts it, and most Linux images contain some. " +
            "With 'no-new-privileges' the kernel ignores the setuid bit and file capabilities in every container that does not ask for the opposite, so a web application that is taken over stays the user it was. " +
            "ASP.NET Core applications never need them.",
        WhenToIgnore =
            "When containers on the host depend on setuid programs, for example an entry point that calls sudo; those can also opt out one by one with 'security_opt: [no-new-privileges=false]'.",
        CatalogueSlugs = ["daemon-no-new-privileges-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.14"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "no-new-privileges": [|false|]
                }

                """),
            new("docker/daemon.json", """
                [|{|]
                  "log-driver": "local"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "local",
                  "no-new-privileges": true
                }

                """),
        ],
    };
}
