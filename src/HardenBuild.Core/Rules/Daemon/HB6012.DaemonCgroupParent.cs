using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Containers live below a control group of their own.</summary>
internal sealed class DaemonCgroupParent() : DaemonRule("HB6012", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("cgroup-parent") is { Value: not ("" or "docker" or "/docker" or "system.slice") } group)
            yield return Report(group.Location, group.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonCgroupParent),
        Title = "Containers live below a control group that is not the default",
        MessageFormat = "Containers run below the control group '{0}', so the limits of that group hold for all of them together; make sure that it has limits, or remove 'cgroup-parent'",
        Rationale = "Limits of a control group hold for everything below it. A group that somebody else manages may have none, or lose them, and then containers compete with the services of the host.",
        WhenToIgnore = "When the group is yours and has limits.",
        CatalogueSlugs = ["daemon-cgroup-parent"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.10"), RuleReference.DevSec("docker-2.9"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "cgroup-parent": "[|/apps|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "live-restore": true
                }

                """),
        ],
    };
}
