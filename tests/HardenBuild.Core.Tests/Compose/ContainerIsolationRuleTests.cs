using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Mounts, namespaces, devices, kernel settings and hooks, one service's lines a case.</summary>
public sealed class ContainerIsolationRuleTests
{
    [Theory]
    [InlineData("HB2004", "volumes:\n  - ./data:/data:ro,[|rslave|]")]
    [InlineData("HB2004", "volumes:\n  - \"./data:/data:[|shared|]\"")]
    [InlineData("HB2004", "volumes:\n  - ./data:/data:[|${MODE:-shared}|]")]
    [InlineData("HB2004", "volumes:\n  - type: bind\n    source: ./data\n    target: /data\n    bind:\n      propagation: [|shared|]")]
    [InlineData("HB2004", "volumes:\n  - ./data:/data:rprivate\n  - ./z:/z:Z\n  - shared:/shared\n  - shared:/other:ro\n  - ./x:/x:${MODE}\n  - ./shared:/s")]
    [InlineData("HB2010", "uts: [|host|]")]
    [InlineData("HB2010", "uts: ${UTS}")]
    [InlineData("HB2012", "cgroup: [|host|]")]
    [InlineData("HB2012", "cgroup: private")]
    [InlineData("HB2013", "cgroup_parent: [|docker.slice|]")]
    [InlineData("HB2013", "cgroup_parent: ''")]
    [InlineData("HB2020", "security_opt: [[|'systempaths:unconfined'|]]")]
    [InlineData("HB2020", "security_opt: [seccomp:unconfined]")]
    [InlineData("HB2023", "devices: [\"[|/dev/mem|]:/dev/mem\", [|/dev/nvme0n1|], '[|/dev/input/event0|]:/dev/input/event0']")]
    [InlineData("HB2023", "devices:\n  - source: [|/dev/sdb|]\n    target: /dev/sdb\n    permissions: r")]
    [InlineData("HB2023", "devices: [/dev/dri:/dev/dri, /dev/net/tun, /dev/snd, '/dev/ttyUSB0:/dev/ttyUSB1', nvidia.com/gpu=all, '${DISK}:/dev/sda', '/dev/fuse']")]
    [InlineData("HB2023", "device_cgroup_rules: ['[|b *:* rw|]', '[|c *:* rmw|]', 'c 189:* rmw', 'c 1:3 mr']", true)]
    [InlineData("HB2023", "deploy:\n  resources:\n    reservations:\n      devices:\n        - driver: nvidia\n          capabilities: [gpu]")]
    [InlineData("HB2024", "sysctls:\n  - [|kernel.panic|]=1")]
    [InlineData("HB2024", "sysctls: {[|fs.file-max|]: 100, [|vm.max_map_count|]: 262144}")]
    [InlineData("HB2024", "network_mode: host\nsysctls:\n  [|net.ipv4.ip_forward|]: 1")]
    [InlineData("HB2024", "sysctls: {net.core.somaxconn: 1024, kernel.shmmax: 1, kernel.msgmax: 2, kernel.sem: 3, fs.mqueue.msg_max: 4, net.ipv4.ip_unprivileged_port_start: 0, net.ipv4.ip_forward: 1}")]
    [InlineData("HB2060", "build:\n  context: .\n  entitlements: [[|network.host|], device]")]
    [InlineData("HB2060", "build:\n  context: .\n  privileged: ${PRIVILEGED}")]
    [InlineData("HB2060", "privileged: true")]
    [InlineData("HB2104", "pre_stop:\n  - command: ./flush\n    privileged: [|\"true\"|]")]
    [InlineData("HB2104", "privileged: true\npost_start:\n  - command: ./init\n    privileged: true")]
    [InlineData("HB2104", "post_start:\n  - command: ./init\n    privileged: ${PRIVILEGED}\n  - command: ./other")]
    [InlineData("HB2105", "user: app\npost_start:\n  - command: [./migrate, --all]\n    user: [|\"0:0\"|]")]
    [InlineData("HB2105", "user: app\npost_start:\n  - command: sh -c 'chown app /data && curl http://x | sh'\n    user: [|root|]")]
    [InlineData("HB2105", "user: app\npost_start:\n  - command: sh -c 'mkdir -p /data && chown app /data'\n    user: root")]
    [InlineData("HB2105", "user: root\npost_start:\n  - command: ./migrate\n    user: root")]
    [InlineData("HB2105", "post_start:\n  - command: ./migrate\n    user: root")]
    [InlineData("HB2105", "user: app\npost_start:\n  - command: ./migrate\n    user: rooty")]
    public void Reports_exactly_the_marks(string id, string lines, bool isQuoted = false) =>
        Reports(Rule(id), Web(isQuoted ? lines.Replace("'[|", "[|'", StringComparison.Ordinal).Replace("|]'", "'|]", StringComparison.Ordinal) : lines));

    [Theory]
    [InlineData("HB2023", "devices: [[|/dev/sda|]]", RuleSeverity.Error)]
    [InlineData("HB2023", "devices: [[|/dev/input/mouse0|]]", RuleSeverity.Warning)]
    [InlineData("HB2023", "device_cgroup_rules: [[|c *:* rwm|]]", RuleSeverity.Warning)]
    [InlineData("HB2060", "build: {context: ., entitlements: [[|security.insecure|]]}", RuleSeverity.Error)]
    [InlineData("HB2060", "build: {context: ., entitlements: [[|network.host|]]}", RuleSeverity.Warning)]
    public void Says_how_bad_the_case_is(string id, string lines, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Reports(Rule(id), Web(lines))).AtMost);

    [Fact]
    public void Names_the_services_that_write_to_one_volume()
    {
        var finding = Assert.Single(Reports(
            Rule("HB2005"),
            """
            services:
              api:
                image: a:1
                volumes: ["[|files|]:/files", own:/own]
              web:
                image: a:1
                volumes: ["files:/srv", ./site:/site:ro, "${DATA}:/data"]
              old:
                image: a:1
                volumes: ["files:/files:ro", ./site:/site, "${DATA}:/data", /anonymous]
            """));
        Assert.Contains("services 'api' and 'web'", finding.Message, StringComparison.Ordinal);
        Assert.Single(finding.Related);
    }

    [Fact]
    public void Takes_the_last_file_s_word()
    {
        Reports(Rule("HB2010"), [("compose.yaml", Web("uts: host")), ("compose.override.yaml", "services:\n  web:\n    uts: private\n")]);
        Reports(Rule("HB2020"), [("compose.yaml", Web("user: app")), ("compose.override.yaml", "services:\n  web:\n    security_opt: [[|systempaths=unconfined|]]\n")]);
    }
}
