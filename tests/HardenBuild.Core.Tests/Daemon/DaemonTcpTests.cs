using HardenBuild.Rules;
using HardenBuild.Rules.Daemon;
using HardenBuild.Scanning;
using static HardenBuild.Core.Tests.Daemon.DaemonRuleTest;

namespace HardenBuild.Core.Tests.Daemon;

public sealed class DaemonTcpTests
{
    private const string Files = "\"tlscacert\": \"/ca.pem\", \"tlscert\": \"/cert.pem\", \"tlskey\": \"/key.pem\"";

    [Theory]
    [InlineData("10.0.0.5:2375")]
    [InlineData("tcp://127.0.0.1:2375")]
    [InlineData("tcp://:2375")]
    [InlineData("tcp://0.0.0.0")]
    public void Reports_each_tcp_socket(string host) =>
        Verify<DaemonTcpWithoutTls>($$"""{ "hosts": ["fd://", "[|{{host}}|]", "[|tcp://[::1]:2375|]"] }""");

    [Theory]
    [InlineData("\"tlsverify\": false, " + Files)]
    [InlineData("\"tls\": true, \"tlsverify\": false, " + Files)]
    [InlineData("\"tls\": false, " + Files)]
    [InlineData(Files)]
    [InlineData("\"tlsverify\": true")]
    [InlineData("\"tlsverify\": true, \"tlscacert\": \"\", \"tlscert\": \"/cert.pem\", \"tlskey\": \"/key.pem\"")]
    public void Reports_tls_without_client_certificates(string tls) =>
        Verify<DaemonTcpWithoutTls>($$"""{ "hosts": ["[|tcp://10.0.0.5:2376|]"], {{tls}} }""");

    [Theory]
    [InlineData("\"tlsverify\": true, " + Files)]
    [InlineData("\"tls\": true, " + Files)]
    [InlineData("\"tls\": false, \"tlsverify\": true, " + Files)]
    [InlineData("\"tlsverify\": \"true\", " + Files)]
    [InlineData("\"tls\": 1")]
    public void Accepts_client_certificates_and_what_cannot_be_known(string tls)
    {
        Verify<DaemonTcpWithoutTls>($$"""{ "hosts": ["tcp://0.0.0.0:2376"], {{tls}} }""");
        Verify<DaemonTcpAllInterfaces>($$"""{ "hosts": ["tcp://0.0.0.0:2376"], {{tls}} }""");
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "hosts": [] }""")]
    [InlineData("""{ "hosts": ["unix:///run/docker.sock", "fd://", ""] }""")]
    public void Accepts_local_sockets(string text) => Verify<DaemonTcpWithoutTls>(text);

    [Fact]
    public void Says_which_file_is_missing() => Assert.Contains(
        "over TCP without 'tlscacert',",
        Message<DaemonTcpWithoutTls>("""{ "hosts": ["tcp://10.0.0.5:2376"], "tlsverify": true, "tlscert": "/c.pem", "tlskey": "/k.pem" }"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("tcp://0.0.0.0:2375")]
    [InlineData("0.0.0.0:2375")]
    [InlineData("tcp://[::]:2375")]
    [InlineData("tcp://[0:0:0:0:0:0:0:0]")]
    public void Reports_every_interface(string host) => Verify<DaemonTcpAllInterfaces>($$"""{ "hosts": ["[|{{host}}|]"] }""");

    [Theory]
    [InlineData("tcp://127.0.0.1:2375")]
    [InlineData("tcp://10.0.0.0:2375")]
    [InlineData("tcp://:2375")]
    [InlineData("tcp://[::1]:2375")]
    [InlineData("unix://0.0.0.0")]
    public void Accepts_one_interface(string host) => Verify<DaemonTcpAllInterfaces>($$"""{ "hosts": ["{{host}}"] }""");

    [Fact]
    public void One_socket_is_one_finding()
    {
        var configuration = DaemonRuleTest.Configuration("""{ "hosts": ["tcp://0.0.0.0:2375", "tcp://10.0.0.5:2375"] }""")!;
        var findings = new List<Finding>([.. new DaemonTcpWithoutTls().Analyze(configuration), .. new DaemonTcpAllInterfaces().Analyze(configuration)]);
        Supersession.Apply(findings);

        Assert.Equal(
            ["tcp://10.0.0.5:2375 HB6008", "tcp://0.0.0.0:2375 HB6009"],
            findings.Select(finding => $"{finding.Arguments[0]} {finding.Rule.Id}"));
    }
}
