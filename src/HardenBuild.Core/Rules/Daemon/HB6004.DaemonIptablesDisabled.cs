using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The daemon writes no packet filter rules.</summary>
internal sealed class DaemonIptablesDisabled() : DaemonRule("HB6004", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] s_keys = ["iptables", "ip6tables"];

    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var key in s_keys)
        {
            if (configuration.Settings.Boolean(key) is { Value: false } setting)
                yield return Report(setting.Location, key);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonIptablesDisabled),
        Title = "The Docker daemon writes no packet filter rules",
        MessageFormat = "'{0}' is false, so nothing separates the networks of containers and ports stay open or dead as the host's firewall happens to be; remove the setting",
        Rationale = "dockerd separates bridge networks, publishes ports and honours 'icc: false' by packet filter rules. Without them all containers of the host can reach each other, and published ports follow whatever the host's own rules say.",
        WhenToIgnore = "When the host's firewall is managed by something that writes these rules itself.",
        CatalogueSlugs = ["daemon-iptables-disabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.4"), RuleReference.DevSec("docker-2.3"), RuleReference.Cwe(1188), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "iptables": [|false|]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "icc": false
                }

                """),
        ],
    };
}
