using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>SELinux does not confine containers.</summary>
internal sealed class DaemonSelinuxDisabled() : DaemonRule("HB6025", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.IsForWindows)
            yield break;
        if (configuration.Settings.Boolean("selinux-enabled") is { Value: false } setting)
            yield return Report(setting.Location, "'selinux-enabled' is false");
        else if (configuration.AbsenceOf("selinux-enabled") is { } brace)
            yield return Report(brace, "'selinux-enabled' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonSelinuxDisabled),
        Title = "SELinux does not confine containers",
        MessageFormat = "{0}, so on a host with SELinux nothing confines a container that broke out; set 'selinux-enabled' to true",
        Rationale = "With SELinux each container has a label of its own, and may touch only files with that label, whatever user it runs as. dockerd leaves this off unless it is told otherwise.",
        WhenToIgnore = "On distributions without SELinux.",
        CatalogueSlugs = ["daemon-selinux-disabled"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.3"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "selinux-enabled": [|false|]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "selinux-enabled": true
                }

                """),
        ],
    };
}
