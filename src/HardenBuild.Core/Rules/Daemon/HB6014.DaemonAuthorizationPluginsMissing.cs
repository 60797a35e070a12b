using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Every client of the API may do everything.</summary>
internal sealed class DaemonAuthorizationPluginsMissing() : DaemonRule("HB6014", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.AbsenceOf("authorization-plugins") is null)
            yield break;
        foreach (var host in configuration.Hosts)
        {
            if (host.IsTcp)
                yield return Report(host.Text.Location, host.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonAuthorizationPluginsMissing),
        Title = "Every client of the Docker API may do everything",
        MessageFormat = "'{0}' offers the Docker API over the network and 'authorization-plugins' is not set, so every client that is let in controls the host; name a plug-in that decides who may do what",
        Rationale = "The Docker API knows no roles: a client with a certificate may start privileged containers, read all secrets and stop everything. An authorization plug-in sees each request and decides.",
        WhenToIgnore = "When all clients are administrators of the host anyway.",
        CatalogueSlugs = ["daemon-authorization-plugins-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.12"), RuleReference.DevSec("docker-2.11"), RuleReference.Cwe(862), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "hosts": ["[|tcp://10.0.0.5:2376|]"],
                  "tlsverify": true
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "hosts": ["unix:///run/docker.sock"]
                }

                """),
        ],
    };
}
