using HardenBuild.Core.Tests.Compose;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Rules.Compose;

/// <summary>What rules about one service of a project report, and their nearest innocent neighbours.</summary>
public sealed class ComposeProjectRuleTests
{
    [Theory]
    [InlineData("HB2038", "ports:\n  - [|22:22|]\n  - [|8080:80|]\n  - '22:22'\n  - \"80\"\n  - ${P}:22\n  - target: 80")]
    [InlineData("HB2038", "expose:\n  - [|3000|]\n  - '3001'")]
    [InlineData("HB2039", "ports: ['80:80', [|'80:81'|]]")]
    [InlineData("HB2039", "ports: ['8000-8010:8000-8010', [|'8005:1'|]]")]
    [InlineData("HB2039", "ports:\n  - '80:80'\n  - target: 81\n    published: 80\n    protocol: udp")]
    [InlineData("HB2039", "ports:\n  - '80:80'\n  - target: 81\n    published: [|80|]")]
    [InlineData("HB2039", "ports: ['127.0.0.1:80:80', '127.0.0.2:80:80', [|'80:81'|]]")]
    [InlineData("HB2039", "ports: ['80', '80', '${P}:80', '${P}:80', '80:80/udp', '80:80/tcp', '${IP:?}:80:80']")]
    [InlineData("HB2041", "container_name: [|-web|]")]
    [InlineData("HB2041", "container_name: [|w|]")]
    [InlineData("HB2041", "container_name: web_1.a")]
    [InlineData("HB2041", "container_name: ${NAME}/web")]
    [InlineData("HB2042", "container_name: [|a1|]\ndeploy:\n  replicas: 3")]
    [InlineData("HB2042", "container_name: a1\nscale: ${N}")]
    [InlineData("HB2062", "build:\n  context: https://example.com/a.git\n  target: x")]
    [InlineData("HB2063", "build:\n  dockerfile_inline: FROM a:1")]
    [InlineData("HB2064", "platform: linux/arm64\nbuild:\n  context: .\n  platforms: ['${P}']")]
    [InlineData("HB2065", "network_mode: host\nnetworks: {}")]
    [InlineData("HB2066", "network_mode: service:[|db|]")]
    [InlineData("HB2066", "links: ['[|db|]:database']\nvolumes_from: ['[|data|]:ro', 'container:other']")]
    [InlineData("HB2066", "depends_on:\n  db:\n    condition: service_started\n    required: false")]
    [InlineData("HB2066", "networks: [default, '${N}']\nvolumes: ['./a:/a', '/a', '~/b:/b', '${V}:/c', 'C:\\x:/d']")]
    [InlineData("HB2066", "secrets: [[|key|], {source: [|other|]}]\nconfigs: [[|conf|]]")]
    [InlineData("HB2066", "volumes:\n  - type: volume\n    source: [|data|]\n    target: /a\n  - type: bind\n    source: ./a\n    target: /b")]
    [InlineData("HB2066", "build:\n  context: .\n  secrets: [[|key|]]\n  additional_contexts:\n    base: service:[|base|]\n    other: docker-image://a")]
    [InlineData("HB2066", "depends_on: [[|web|]]")]
    [InlineData("HB2067", "cpus: [|'1'|]\ndeploy:\n  resources:\n    limits:\n      cpus: '2'")]
    [InlineData("HB2067", "cpus: 1\npids_limit: 5\nscale: ${N}\ndeploy:\n  replicas: 2\n  resources:\n    limits:\n      cpus: '1.0'\n      pids: 5")]
    [InlineData("HB2067", "scale: [|1|]\ndeploy:\n  replicas: 2")]
    [InlineData("HB2068", "volumes: ['./a:/x', [|'./b:/x/'|]]")]
    [InlineData("HB2068", "volumes:\n  - ./a:/run/secrets/key\nsecrets: [[|key|]]")]
    [InlineData("HB2068", "volumes: ['./a:/x', './b:/y', '/z', '${A}', '${B}']\ntmpfs: /tmp:size=1m")]
    [InlineData("HB2076", "volumes: [[|'./a:/b'|], 'C:\\a:/b', '${X}:/c', './a b:/d']")]
    [InlineData("HB2048", "container_name: a")]
    [InlineData("HB2044", "container_name: a")]
    [InlineData("HB2072", "user: ${[|A|]}:$[|B|]\nhostname: ${A}-${C:-x}-${D:?y}-${E+z}-$$F-${HOME}\ncommand: echo $G")]
    [InlineData("HB2108", "build: https://github.com/a/b.git#[||]", false)]
    public void Reports_in_a_service(string id, string lines, bool isChecked = true)
    {
        if (isChecked)
            Verify(id, ("compose.yaml", ComposeCheck.Web(lines)));
        else
            Assert.NotEmpty(RuleVerifier.Scan(Rule(id), [("compose.yaml", ComposeCheck.Web(lines.Replace("[||]", "", StringComparison.Ordinal)))]));
    }

    [Theory]
    [InlineData("example/web", "has no tag")]
    [InlineData("example.com:5000/web", "has no tag")]
    [InlineData("a:1.2", null)]
    [InlineData("a:latest-alpine", null)]
    [InlineData("a@sha256:0123", null)]
    [InlineData("${IMAGE}", null)]
    [InlineData("a:${TAG}", null)]
    [InlineData("a:${TAG:-latest}", "'latest'")]
    [InlineData("a:Nightly", "'Nightly'")]
    public void Reports_images_without_a_fixed_version(string image, string? expected)
    {
        var findings = RuleVerifier.Scan(Rule("HB2048"), [("compose.yaml", $"services:\n  web:\n    image: {image}\n")]);
        if (expected is null)
            Assert.Empty(findings);
        else
            Assert.Contains(expected, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://github.com/a/b.git", true)]
    [InlineData("git@github.com:a/b.git#v1", true)]
    [InlineData("http://example.com/a.git#8f14e45fceea167a5a36dedd4bea2543a1b2c3d4", true)]
    [InlineData("https://github.com/a/b.git#8f14e45fceea167a5a36dedd4bea2543a1b2c3d4", false)]
    [InlineData("https://github.com/a/b.git?ref=8f14e45fceea167a5a36dedd4bea2543a1b2c3d4", false)]
    [InlineData("./a", false)]
    [InlineData("${CONTEXT}", false)]
    public void Reports_remote_contexts_that_can_change(string context, bool isReported) => Assert.Equal(
        isReported ? 1 : 0,
        RuleVerifier.Scan(Rule("HB2108"), [("compose.yaml", $"services:\n  web:\n    build: {context}\n")]).Count);

    [Fact]
    public void Takes_a_pinned_include_for_good_and_says_that_it_is_not_read()
    {
        const string Text = "include: ['oci://docker.io/a/b@sha256:0123']\nservices:\n  web:\n    image: a:1\n    networks: [n]\n";
        Assert.Empty(RuleVerifier.Scan(Rule("HB2108"), [("compose.yaml", Text)]));
        Assert.Empty(RuleVerifier.Scan(Rule("HB2066"), [("compose.yaml", Text)]));
        Assert.Single(RuleVerifier.Scan(RuleCatalog.All.Single(rule => rule.Id == "HB0001"), [("compose.yaml", Text)]));
    }

    private static void Verify(string id, params (string Path, string Marked)[] files) => RuleVerifier.Verify(Rule(id), files);

    private static ComposeRule Rule(string id) => RuleCatalog.Compose.Single(rule => rule.Id == id);
}
