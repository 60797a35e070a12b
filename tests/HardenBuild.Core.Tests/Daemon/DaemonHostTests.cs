using HardenBuild.Model.Daemon;

namespace HardenBuild.Core.Tests.Daemon;

public sealed class DaemonHostTests
{
    [Theory]
    [InlineData("tcp://0.0.0.0:2375", "tcp", "0.0.0.0", 2375)]
    [InlineData("tcp://0.0.0.0", "tcp", "0.0.0.0", null)]
    [InlineData("0.0.0.0:2375", null, "0.0.0.0", 2375)]
    [InlineData(":2375", null, null, 2375)]
    [InlineData("tcp://:2375", "tcp", null, 2375)]
    [InlineData("tcp://", "tcp", null, null)]
    [InlineData("tcp://[::]:2376", "tcp", "::", 2376)]
    [InlineData("tcp://[::1]", "tcp", "::1", null)]
    [InlineData("tcp://build.example:2376/docker", "tcp", "build.example", 2376)]
    [InlineData("  tcp://10.0.0.5:2376 ", "tcp", "10.0.0.5", 2376)]
    [InlineData("tcp://10.0.0.5:99999", "tcp", "10.0.0.5", null)]
    [InlineData("tcp://10.0.0.5:", "tcp", "10.0.0.5", null)]
    [InlineData("tcp://[::1", "tcp", "[:", 1)]
    public void Reads_tcp_sockets_where_they_are_written(string text, string? scheme, string? address, int? port)
    {
        var host = Host(text);

        Assert.True(host.IsTcp);
        Assert.Equal(text, host.Text.Value);
        Assert.Equal(scheme, host.Scheme?.Value);
        Assert.Equal(address, host.Address?.Value);
        Assert.Equal(port, host.Port?.Value);
        Assert.Equal(scheme, Written(host.Scheme?.Location));
        Assert.Equal(address, Written(host.Address?.Location));
        Assert.Equal(port?.ToString(System.Globalization.CultureInfo.InvariantCulture), Written(host.Port?.Location));
    }

    [Theory]
    [InlineData("unix:///run/docker.sock")]
    [InlineData("unix://")]
    [InlineData("fd://")]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("TCP://0.0.0.0:2375")]
    [InlineData("/run/docker.sock")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("  ")]
    public void Other_sockets_have_no_address(string text)
    {
        var host = Host(text);

        Assert.False(host.IsTcp);
        Assert.Null(host.Address);
        Assert.Null(host.Port);
    }

    [Fact]
    public void Parts_of_an_escaped_text_are_located_at_the_whole()
    {
        var host = Assert.Single(DaemonRuleTest.Configuration("""{ "hosts": ["tcp:\/\/0.0.0.0:2375"] }""")!.Hosts);

        Assert.Equal("0.0.0.0", host.Address?.Value);
        Assert.Equal("""tcp:\/\/0.0.0.0:2375""", Written(host.Address?.Location));
    }

    [Theory]
    [InlineData("0.0.0.0", true)]
    [InlineData("::", true)]
    [InlineData("0:0:0:0:0:0:0:0", true)]
    [InlineData("::ffff:0.0.0.0", true)]
    [InlineData("0", false)]
    [InlineData("::1", false)]
    [InlineData("10.0.0.5", false)]
    [InlineData("localhost", false)]
    [InlineData("", false)]
    public void Every_interface_has_many_spellings(string text, bool expected) => Assert.Equal(expected, new HostAddress(text).IsEveryInterface);

    private static DaemonHost Host(string text) =>
        Assert.Single(DaemonRuleTest.Configuration($$"""{ "hosts": ["{{text}}"] }""")!.Hosts);

    private static string? Written(HardenBuild.Text.SourceLocation? location) => location?.Source.Substring(location.Span);
}
