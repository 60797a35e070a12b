using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The daemon logs too much or too little.</summary>
internal sealed class DaemonLogLevel() : DaemonRule("HB6003", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Boolean("debug") is { Value: true } debug)
            yield return Report(debug.Location, "'debug' is on", "holds what API requests contain");
        if (configuration.Settings.Text("log-level") is not { } level)
            yield break;
        if (level.Value == "debug")
            yield return Report(level.Location, "'log-level' is 'debug'", "holds what API requests contain");
        else if (level.Value is "warn" or "error" or "fatal")
            yield return Report(level.Location, $"'log-level' is '{level.Value}'", "misses what containers did") with { AtMost = RuleSeverity.Suggestion };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonLogLevel),
        Title = "The Docker daemon does not log at level info",
        MessageFormat = "{0}, so its log {1}; set 'log-level' to 'info'",
        Rationale = """
            At level 'debug' the daemon logs every API request with its body, environment variables with passwords among them, and the log grows quickly.
            Above 'info' the starts and stops of containers are missing when somebody has to find out what happened on the host.
            """,
        WhenToIgnore = "While you look for a fault of the daemon. Levels above info are suggestions.",
        CatalogueSlugs = ["daemon-log-level"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.3"), RuleReference.DevSec("docker-2.2"), RuleReference.Cwe(778), RuleReference.OwaspDocker("D10")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "log-level": "[|debug|]"
                }

                """),
            new("docker/daemon.json", """
                {
                  "debug": [|true|]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-level": "info"
                }

                """),
        ],
    };
}
