using CsCheck;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Daemon;

public sealed class DaemonConfigurationTests
{
    private static readonly Gen<string> Json = Gen.OneOfConst(
        "{", "}", "[", "]", ",", ":", " ", "\n", "\"", "\"icc\":", "\"hosts\":", "\"tcp://0.0.0.0:2375\"", "\"tcp://[::\"", "\"://\"", "\"[\"", "\"]:[\"", "\" : \"",
        "\"insecure-registries\":", "\"10.0.0.0/\"", "\"[::1]/8\"", "\"tls\":", "\"tlsverify\":", "\"userns-remap\":", "\"\"", "true", "false", "null", "7",
        "//", "/* */", "# x\n", "\\u0000", "\uFEFF", "*a", "&a ", "---\n").Array[0, 24].Select(tokens => "{" + string.Concat(tokens) + "}");

    public static TheoryData<string> Ids => [.. RuleCatalog.Daemon.Select(rule => rule.Id)];

    /// <summary>All but the rule that speaks about the file as a file.</summary>
    public static TheoryData<string> SettingIds => [.. RuleCatalog.Daemon.Select(rule => rule.Id).Where(id => id != "HB6001")];

    [Fact]
    public void Never_throws_and_findings_lie_in_the_text() => Json.Sample(
        text =>
        {
            if (DaemonRuleTest.Configuration(text) is not { } configuration)
                return;
            foreach (var finding in RuleCatalog.Daemon.SelectMany(rule => rule.Analyze(configuration)))
            {
                Assert.True(finding.Location.Span is { Start: >= 0, Length: > 0 } span && span.End <= text.Length);
                Assert.NotEmpty(finding.Message);
            }
        },
        iter: 20_000);

    [Theory]
    [MemberData(nameof(SettingIds))]
    public void Unreadable_text_says_nothing(string id)
    {
        foreach (var text in new[] { "", "  \n", "null", "[]", "\"text\"", "\0", "{ \"hosts\": [\"tcp://0.0.0.0:2375\"], ", "{ \"icc\": true, \"seccomp-profile\": \"unconfined" })
            DaemonRuleTest.Verify(Rule(id), text);
    }

    [Theory]
    [MemberData(nameof(SettingIds))]
    public void Absence_is_not_told_where_a_comment_may_have_swallowed_a_key(string id) =>
        DaemonRuleTest.Verify(Rule(id), """
            {
              // lock down
              "icc": false,
              "userns-remap": "default",
              "no-new-privileges": true
            }
            """);

    [Theory]
    [MemberData(nameof(SettingIds))]
    public void Wrong_types_say_nothing(string id)
    {
        foreach (var value in new[] { "null", "7", "\"true\"", "[true]", "{}", "[]", "[[\"tcp://0.0.0.0:2375\"]]", "[7, null, {}]", "True" })
        {
            DaemonRuleTest.Verify(Rule(id), $$"""
                {
                  "default-ulimits": {{value}}, "log-driver": {{value}}, "live-restore": {{value}}, "userland-proxy": {{value}}, "ip": {{value}}, "selinux-enabled": {{value}},
                  "authorization-plugins": {{value}}, "log-level": {{value}}, "debug": {{value}}, "iptables": {{value}}, "registry-mirrors": {{value}}, "storage-driver": {{value}},
                  "storage-opts": {{value}}, "log-opts": {{value}}, "experimental": {{value}}, "default-ipc-mode": {{value}},
                  "proxies": {{value}}, "default-runtime": {{value}}, "runtimes": {{value}}, "features": {{value}},
                  "icc": {{value}}, "no-new-privileges": {{value}}, "userns-remap": {{value}}, "seccomp-profile": {{value}}, "hosts": {{value}},
                  "insecure-registries": {{(value == "\"true\"" ? "{}" : value)}}
                }
                """);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Line_breaks_make_no_difference(string id)
    {
        foreach (var example in Rule(id).Metadata.Violations)
            DaemonRuleTest.Verify(Rule(id), example.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_of_two_equal_keys_counts() =>
        Assert.False(DaemonRuleTest.Configuration("""{ "icc": true, "icc": false }""")!.InterContainerCommunication!.Value.Value);

    [Theory]
    [InlineData("""{ "hosts": ["npipe://"] }""", true)]
    [InlineData("""{ "data-root": "D:\\docker" }""", true)]
    [InlineData("""{ "exec-opts": ["isolation=process"] }""", true)]
    [InlineData("""{ "hosts": ["fd://"], "data-root": "/mnt/docker", "exec-opts": ["native.cgroupdriver=systemd"] }""", false)]
    public void Tells_a_windows_daemon(string text, bool expected) =>
        Assert.Equal(expected, DaemonRuleTest.Configuration(text)!.IsForWindows);

    private static DaemonRule Rule(string id) => RuleCatalog.Daemon.Single(rule => rule.Id == id);
}
