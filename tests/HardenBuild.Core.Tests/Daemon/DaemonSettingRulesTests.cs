using HardenBuild.Rules.Daemon;
using static HardenBuild.Core.Tests.Daemon.DaemonRuleTest;

namespace HardenBuild.Core.Tests.Daemon;

public sealed class DaemonSettingRulesTests
{
    [Theory]
    [InlineData("[|{|]}")]
    [InlineData("\uFEFF\n [|{|] \"ICC\": false }")]
    [InlineData("""{ "icc": [|true|] }""")]
    [InlineData("""{ "bridge": "docker1", "icc": [|true|] }""")]
    public void Reports_icc(string text) => Verify<DaemonIccEnabled>(text.TrimStart('\uFEFF'));

    [Theory]
    [InlineData("""{ "icc": false }""")]
    [InlineData("""{ "bridge": "none" }""")]
    [InlineData("""{ "hosts": ["npipe://"] }""")]
    public void Accepts_separated_containers(string text) => Verify<DaemonIccEnabled>(text);

    [Fact]
    public void Icc_says_whether_it_is_written()
    {
        Assert.StartsWith("'icc' is not set, so ", Message<DaemonIccEnabled>("{}"), StringComparison.Ordinal);
        Assert.StartsWith("'icc' is true, so ", Message<DaemonIccEnabled>("""{ "icc": true }"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registry.example.com")]
    [InlineData("http://registry.example.com:5000")]
    [InlineData("10.0.0.0/8")]
    [InlineData("127.0.0.0/4")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::1/64")]
    [InlineData("::/0")]
    [InlineData("[fd00::5]:5000")]
    [InlineData("localhost.example.com")]
    public void Reports_each_insecure_registry(string registry) =>
        Verify<DaemonInsecureRegistries>($$"""{ "insecure-registries": ["localhost", "[|{{registry}}|]", "[|other:5000|]"] }""");

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("::1")]
    [InlineData("::1/128")]
    [InlineData("[::1]:5000")]
    [InlineData("localhost:5000")]
    [InlineData("http://LocalHost:5000")]
    [InlineData("registry.localhost:5000")]
    public void Accepts_registries_on_the_same_host(string registry) =>
        Verify<DaemonInsecureRegistries>($$"""{ "insecure-registries": ["{{registry}}"] }""");

    [Theory]
    [InlineData("[|{|]}")]
    [InlineData("""{ "userns-remap": [|""|] }""")]
    public void Reports_missing_user_namespaces(string text) => Verify<DaemonUsernsRemapMissing>(text);

    [Theory]
    [InlineData("""{ "userns-remap": "default" }""")]
    [InlineData("""{ "userns-remap": "build:build" }""")]
    [InlineData("""{ "data-root": "C:\\docker" }""")]
    public void Accepts_user_namespaces(string text) => Verify<DaemonUsernsRemapMissing>(text);

    [Theory]
    [InlineData(".config/docker/daemon.json")]
    [InlineData("home/build/.config/docker/daemon.json")]
    public void Accepts_a_rootless_daemon(string path) => Verify<DaemonUsernsRemapMissing>("{}", path);

    [Fact]
    public void A_folder_that_only_looks_rootless_is_not() => Verify<DaemonUsernsRemapMissing>("[|{|]}", "my.config/docker/daemon.json");

    [Theory]
    [InlineData("[|{|]}")]
    [InlineData("""{ "no-new-privileges": [|false|] }""")]
    public void Reports_new_privileges(string text) => Verify<DaemonNoNewPrivilegesMissing>(text);

    [Theory]
    [InlineData("""{ "no-new-privileges": true }""")]
    [InlineData("""{ "exec-opts": ["isolation=hyperv"] }""")]
    public void Accepts_no_new_privileges(string text) => Verify<DaemonNoNewPrivilegesMissing>(text);

    [Fact]
    public void Reports_an_unconfined_seccomp_profile() => Verify<DaemonSeccompUnconfined>("""{ "seccomp-profile": "[|unconfined|]" }""");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "seccomp-profile": "" }""")]
    [InlineData("""{ "seccomp-profile": "builtin" }""")]
    [InlineData("""{ "seccomp-profile": "/etc/docker/unconfined.json" }""")]
    public void Accepts_a_seccomp_profile(string text) => Verify<DaemonSeccompUnconfined>(text);
}
