using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Metrics of the daemon are open to the network.</summary>
internal sealed class DaemonMetricsExposed() : DaemonRule("HB6026", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("metrics-addr") is { Value: not "" } address && !HostAddress.WithoutPort(address.Value).IsLoopback)
            yield return Report(address.Location, address.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonMetricsExposed),
        Title = "Metrics of the Docker daemon are open to the network",
        MessageFormat = "'{0}' shows the daemon's metrics to the network without authentication; bind them to '127.0.0.1'",
        Rationale = "The metrics endpoint has neither TLS nor passwords. It tells versions, kernel, the number of containers and what the engine is doing, which helps an attacker to choose a way in.",
        WhenToIgnore = "When the address belongs to a network that only the monitoring system reaches.",
        CatalogueSlugs = ["daemon-metrics-exposed"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(200), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "metrics-addr": "[|0.0.0.0:9323|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "metrics-addr": "127.0.0.1:9323"
                }

                """),
        ],
    };
}
