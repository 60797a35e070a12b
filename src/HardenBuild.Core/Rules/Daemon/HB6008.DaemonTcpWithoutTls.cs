using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The API is reachable over TCP without client certificates.</summary>
internal sealed class DaemonTcpWithoutTls() : DaemonRule("HB6008", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (Gap(configuration.Tls) is not { } gap)
            yield break;
        foreach (var host in configuration.Hosts)
        {
            if (host.IsTcp)
                yield return Report(host.Text.Location, host.Text.Value, gap);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonTcpWithoutTls),
        Title = "The Docker daemon listens on TCP without client certificates",
        MessageFormat = "'{0}' offers the Docker API over TCP {1}, and who uses the API controls the host; use a Unix socket or SSH, or set 'tlsverify', 'tlscacert', 'tlscert' and 'tlskey'",
        Rationale =
            "The Docker API has no users and no passwords: who can start a container can mount the host's disk and become root. " +
            "On a Unix socket the file's permissions decide who that is, on TCP only a client certificate can. " +
            "With 'tlsverify' the daemon asks for that certificate, and 'tlscacert' names the authority that may issue it; encryption alone lets everybody in. " +
            "Scanners look for open ports 2375 all the time. A loopback address is better, but every process of the machine can still connect, containers on the host's network included.",
        WhenToIgnore =
            "When dockerd is started with the TLS options on its command line, which HardenBuild does not see, or when a disposable build agent with nothing of value listens on loopback only. " +
            "To reach a remote host from your machine you need no TCP socket: 'docker context create --docker host=ssh://user@host' works without any daemon configuration.",
        CatalogueSlugs = ["daemon-tcp-without-tls"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.7"), RuleReference.DevSec("docker-2.6"), RuleReference.Cwe(306), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "hosts": ["unix:///run/docker.sock", "[|tcp://10.0.0.5:2375|]"]
                }

                """),
            new("docker/daemon.json", """
                {
                  "hosts": ["[|tcp://10.0.0.5:2376|]"],
                  "tls": true,
                  "tlsverify": false,
                  "tlscert": "/etc/docker/server.pem",
                  "tlskey": "/etc/docker/server-key.pem"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "hosts": ["unix:///run/docker.sock", "tcp://10.0.0.5:2376"],
                  "tlsverify": true,
                  "tlscacert": "/etc/docker/ca.pem",
                  "tlscert": "/etc/docker/server.pem",
                  "tlskey": "/etc/docker/server-key.pem"
                }

                """),
        ],
    };

    // Null where nothing is missing and where the keys cannot be read.
    private static string? Gap(DaemonTls tls) => tls switch
    {
        { VerifiesClients: false } => "without asking clients for a certificate",
        { VerifiesClients: true, MissingFile: { } key } => $"without '{key}'",
        _ => null,
    };
}
