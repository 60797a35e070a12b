using HardenBuild.Rules.Daemon;
using static HardenBuild.Core.Tests.Daemon.DaemonRuleTest;

namespace HardenBuild.Core.Tests.Daemon;

public sealed class DaemonFileRulesTests
{
    [Theory]
    [InlineData("""{ "[|iccc|]": false }""")]
    [InlineData("""{ "[|_comment|]": "x", "icc": false }""")]
    [InlineData("""{ "icc": [|"false"|] }""")]
    [InlineData("""{ "mtu": [|"1400"|] }""")]
    [InlineData("""{ "hosts": [|"fd://"|] }""")]
    [InlineData("""{ "log-opts": [|"x"|] }""")]
    [InlineData("""{ "log-opts": { "max-file": [|3|], "max-size": "1m" } }""")]
    [InlineData("""{ "icc": false[|,|] }""")]
    [InlineData("""{ "dns": ["1.1.1.1"[|,|]] }""")]
    [InlineData("""{ "data-root": [|'/x'|] }""")]
    [InlineData("{ [|icc|]: false }")]
    [InlineData("{ \"icc\": false [|# no|]\n}")]
    public void Reports_what_dockerd_refuses(string text)
    {
        // One place can be two problems: a text in single quotes is no JSON, and so no text.
        var findings = HardenBuild.Core.Tests.Rules.RuleVerifier.Scan(HardenBuild.Rules.RuleCatalog.Daemon.OfType<DaemonJsonInvalid>().Single(), [(FilePath, text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))]);
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(text.IndexOf("[|", StringComparison.Ordinal), finding.Location.Span.Start));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "icc": null, "http-proxy": "http://a", "default-shm-size": "64M", "builder": { "gc": { "enabled": true } }, "experimental": false }""")]
    [InlineData("""{ "runtimes": { "x": { "path": "/x", "runtimeArgs": ["--a"] } }, "mtu": 1400, "oom-score-adjust": -500 }""")]
    [InlineData("""{ "disable-legacy-registry": true, "api-cors-header": "*" }""")]
    [InlineData("\t{\r\n\t\"dns\": [\r\n\t\t\"1.1.1.1\"\r\n\t]\r\n}\r\n")]
    public void Accepts_what_dockerd_reads(string text) => Verify<DaemonJsonInvalid>(text);

    [Theory]
    [InlineData("""{ "log-level": "info" }""")]
    [InlineData("""{ "debug": false }""")]
    public void Accepts_level(string text) => Verify<DaemonLogLevel>(text);

    [Theory]
    [InlineData("""{ "registry-mirrors": ["http://127.0.0.1:5000/", "HTTP://localhost", "https://a", "http://[::1]:5000"] }""")]
    [InlineData("""{ "registry-mirrors": ["[|http://10.0.0.5|]", "[|HTTP://mirror.example.com/x|]"] }""")]
    public void Mirrors(string text) => Verify<DaemonRegistryMirrorHttp>(text);

    [Theory]
    [InlineData("""{ "metrics-addr": "[::1]:9323" }""")]
    [InlineData("""{ "metrics-addr": "localhost:9323" }""")]
    [InlineData("""{ "metrics-addr": "[|:9323|]" }""")]
    [InlineData("""{ "metrics-addr": "[|10.0.0.5:9323|]" }""")]
    public void Metrics(string text) => Verify<DaemonMetricsExposed>(text);

    [Theory]
    [InlineData("""{ "storage-driver": "[|vfs|]" }""")]
    [InlineData("""{ "storage-driver": "btrfs" }""")]
    public void Storage(string text) => Verify<DaemonStorageDriverDeprecated>(text);

    [Theory]
    [InlineData("[|{|] }")]
    [InlineData("""[|{|] "log-opts": { "max-file": "3" } }""")]
    [InlineData("""{ "log-driver": "local" }""")]
    [InlineData("""{ "log-opts": { "max-size": "10m" } }""")]
    public void Rotation(string text) => Verify<DaemonLogRotationMissing>(text);

    [Theory]
    [InlineData("""{ "default-runtime": "runc" }""")]
    [InlineData("""{ "default-runtime": "io.containerd.runsc.v1" }""")]
    [InlineData("""{ "default-runtime": "[|gvisor|]" }""")]
    public void Runtime(string text) => Verify<DaemonDefaultRuntimeUnknown>(text);

    [Theory]
    [InlineData("""{ "cgroup-parent": "" }""")]
    [InlineData("""{ "cgroup-parent": "system.slice" }""")]
    public void Default_group(string text) => Verify<DaemonCgroupParent>(text);

    [Theory]
    [InlineData("""{ "proxies": { "https-proxy": "http://proxy:3128", "no-proxy": "a" } }""")]
    [InlineData("""{ "proxies": { "https-proxy": "http://${USER}:${PASSWORD}@proxy:3128" } }""")]
    public void Accepts_proxies(string text) => Verify<DaemonProxyCredentials>(text);
}
