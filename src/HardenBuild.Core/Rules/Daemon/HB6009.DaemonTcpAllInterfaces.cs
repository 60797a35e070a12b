using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The API is reachable on every network interface without client certificates.</summary>
internal sealed class DaemonTcpAllInterfaces() : DaemonRule("HB6009", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Tls.VerifiesClients is not false)
            yield break;
        foreach (var host in configuration.Hosts)
        {
            if (host is { IsTcp: true, Address: { } address } && new HostAddress(address.Value).IsEveryInterface)
                yield return Report(host.Text.Location, host.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonTcpAllInterfaces),
        Title = "The Docker daemon listens on every network interface without client certificates",
        MessageFormat = "'{0}' offers the Docker API on every network interface without asking for a certificate, so the whole network controls the host; listen on a Unix socket, or on one address with 'tlsverify'",
        Rationale =
            "The address 0.0.0.0, or [::], opens the port on every network of the host: the public one, the cloud provider's, and the bridges on which your own containers run. " +
            "The Docker API has no passwords, so each of them may start a container that mounts the host's disk. " +
            "A firewall that looks closed often is not, because Docker writes packet filter rules of its own.",
        WhenToIgnore =
            "When dockerd is started with '--tlsverify' on its command line, which HardenBuild does not see. " +
            "With 'tlsverify' in the file the rule is silent.",
        CatalogueSlugs = ["daemon-tcp-all-interfaces"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspDocker("D03")],
        // The address is the graver half of one cause: what removes this finding is what HB6008 asks for.
        Supersedes = ["HB6008"],
        ComparedWith = "An address without a host, 'tcp://:2375', is not reported here: dockerd takes it for localhost.",
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "hosts": ["unix:///run/docker.sock", "[|tcp://0.0.0.0:2375|]"]
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
