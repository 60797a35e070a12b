using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Ports are published on all interfaces by default.</summary>
internal sealed class DaemonDefaultBindAll() : DaemonRule("HB6023", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("ip") is { } ip && new HostAddress(ip.Value).IsEveryInterface)
            yield return Report(ip.Location, $"'ip' is '{ip.Value}'");
        else if (configuration.AbsenceOf("ip") is { } brace)
            yield return Report(brace, "'ip' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonDefaultBindAll),
        Title = "Ports are published on every network interface by default",
        MessageFormat = "{0}, so a port that is published without an address is open on every network of the host; set 'ip' to '127.0.0.1'",
        Rationale = "docker run -p 5432:5432 opens the port on all interfaces, past most host firewalls. With 'ip' set to the loopback address a port must be opened on purpose.",
        WhenToIgnore = "On servers whose containers are meant to be reached.",
        CatalogueSlugs = ["daemon-default-bind-all"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.14"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "ip": "[|0.0.0.0|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "ip": "127.0.0.1"
                }

                """),
        ],
    };
}
