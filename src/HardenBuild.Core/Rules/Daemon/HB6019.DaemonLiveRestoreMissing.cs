using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Containers stop with the daemon.</summary>
internal sealed class DaemonLiveRestoreMissing() : DaemonRule("HB6019", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Boolean("live-restore") is { Value: false } setting)
            yield return Report(setting.Location, "'live-restore' is false");
        else if (!configuration.IsForWindows && configuration.AbsenceOf("live-restore") is { } brace)
            yield return Report(brace, "'live-restore' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonLiveRestoreMissing),
        Title = "Containers stop when the Docker daemon does",
        MessageFormat = "{0}, so an update of Docker stops all containers and is put off; set 'live-restore' to true",
        Rationale = "With live-restore containers go on running while the daemon is restarted, so security updates of Docker need no downtime.",
        WhenToIgnore = "On nodes of a swarm, which does not work with live-restore.",
        CatalogueSlugs = ["daemon-live-restore-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.15"), RuleReference.DevSec("docker-2.14"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D09")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "live-restore": [|false|]
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
