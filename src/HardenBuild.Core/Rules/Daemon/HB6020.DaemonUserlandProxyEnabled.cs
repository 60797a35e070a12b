using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>A process of its own serves each published port.</summary>
internal sealed class DaemonUserlandProxyEnabled() : DaemonRule("HB6020", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.IsForWindows || configuration.IsRootless)
            yield break;
        if (configuration.Settings.Boolean("userland-proxy") is { Value: true } proxy)
            yield return Report(proxy.Location, "'userland-proxy' is true");
        else if (configuration.AbsenceOf("userland-proxy") is { } brace)
            yield return Report(brace, "'userland-proxy' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonUserlandProxyEnabled),
        Title = "A process in user space serves each published port",
        MessageFormat = "{0}, so each published port has a proxy process on the host that hides where connections come from; set 'userland-proxy' to false",
        Rationale = "The kernel forwards published ports by itself. The proxy is an older way that is kept as a fall-back: one more program that listens on the network, and behind it the container sees the bridge's address in place of the client's.",
        WhenToIgnore = "When containers are reached over IPv6 or from the host itself on a kernel without hairpin NAT.",
        CatalogueSlugs = ["daemon-userland-proxy-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.16"), RuleReference.DevSec("docker-2.18"), RuleReference.Cwe(1327), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "userland-proxy": [|true|]
                }

                """),
            new("docker/daemon.json", """
                [|{|]
                  "icc": false
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "userland-proxy": false
                }

                """),
        ],
    };
}
