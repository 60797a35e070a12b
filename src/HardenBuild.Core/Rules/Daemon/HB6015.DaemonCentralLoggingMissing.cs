using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The output of containers stays on the host.</summary>
internal sealed class DaemonCentralLoggingMissing() : DaemonRule("HB6015", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("log-driver") is { Value: "json-file" or "local" or "none" } driver)
            yield return Report(driver.Location, $"'log-driver' is '{driver.Value}'");
        else if (configuration.AbsenceOf("log-driver") is { } brace)
            yield return Report(brace, "'log-driver' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonCentralLoggingMissing),
        Title = "The output of containers stays on the host",
        MessageFormat = "{0}, so the logs of containers stay on this host and are lost with it; use a driver that sends them away, such as 'syslog', 'fluentd' or 'journald'",
        Rationale = "An attacker who takes over a host also controls the logs on it. Logs that have left the host can still be read afterwards, and show several hosts together.",
        WhenToIgnore = "When an agent on the host reads the files and sends them away.",
        CatalogueSlugs = ["daemon-central-logging-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.13"), RuleReference.DevSec("docker-2.12"), RuleReference.Cwe(778), RuleReference.OwaspDocker("D10")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "[|local|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "journald"
                }

                """),
        ],
    };
}
