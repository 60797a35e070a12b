using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Secrets on command lines, in hooks and in builds, and programs of the host, one service's lines a case.</summary>
public sealed class ContainerSecretRuleTests
{
    [Theory]
    [InlineData("HB2056", "command: redis-server --requirepass [|kT9.vq27Lm|] --save ''")]
    [InlineData("HB2056", "command: [server, --password, [|kT9.vq27Lm|]]")]
    [InlineData("HB2056", "command: [server, '--api-token=[|kT9.vq27Lm|]']")]
    [InlineData("HB2056", "command: [sh, -c, 'server --password=[|kT9.vq27Lm|] --port 80']")]
    [InlineData("HB2056", "entrypoint: [worker]\ncommand: ['amqp://shop:[|kT9vq27Lm|]@queue:5672/']")]
    [InlineData("HB2056", "healthcheck:\n  test: mysqladmin ping -h localhost -uroot -p[|kT9.vq27Lm|]")]
    [InlineData("HB2056", "healthcheck:\n  test: [CMD, mysqladmin, ping, '-p[|kT9.vq27Lm|]']")]
    [InlineData("HB2056", "labels:\n  backup.password: [|kT9.vq27Lm|]")]
    [InlineData("HB2056", "labels: ['backup.password=[|kT9.vq27Lm|]']")]
    [InlineData("HB2056", "command: redis-server --requirepass $REDIS_PASSWORD --port 6379\nhealthcheck:\n  test: [CMD-SHELL, 'mysqladmin ping -p$$MYSQL_ROOT_PASSWORD']")]
    [InlineData("HB2056", "command: [server, --password-file, /run/secrets/db, --password, '${PASSWORD:?missing}', --token, -v, --public-key, abc, -p8080]\nlabels: {token.url: 'https://x', auth: 'true'}")]
    [InlineData("HB2056", "command: [postgres, -c, 'max_connections=200', -p5433]\nhealthcheck:\n  test: [CMD, pg_isready, -U, postgres]")]
    [InlineData("HB2106", "post_start:\n  - command: [register, --password, [|kT9.vq27Lm|]]")]
    [InlineData("HB2106", "pre_stop:\n  - command: ./stop\n    environment: ['API_TOKEN=[|kT9.vq27Lm|]']")]
    [InlineData("HB2106", "provider:\n  type: cloud\n  options:\n    password: [|kT9.vq27Lm|]")]
    [InlineData("HB2106", "provider:\n  type: cloud\n  options: {password: '${PASSWORD}', size: 256}\npost_start:\n  - command: ./x --password $$PASSWORD\n    environment: {API_TOKEN: }")]
    [InlineData("HB2059", "build:\n  context: .\n  args:\n    - [|GITHUB_TOKEN|]\n    - [|FEED_PASSWORD|]=${FEED_PASSWORD:-}")]
    [InlineData("HB2059", "build:\n  context: .\n  args:\n    NPM_TOKEN: kT9.vq27Lm\n    VERSION: ${VERSION}\n    TOKEN_URL: ${TOKEN_URL}\n    USE_AUTH: \"true\"\n    API_TOKEN: ''")]
    [InlineData("HB2061", "build:\n  context: .\n  ssh: [|default|]")]
    [InlineData("HB2061", "build:\n  context: .\n  ssh:\n    [|default|]:")]
    [InlineData("HB2061", "build:\n  context: .\n  ssh: [deploy=./key, default=./key]")]
    [InlineData("HB2107", "provider: {type: [|./tools/cloud|]}")]
    [InlineData("HB2107", "provider: {type: '${PROVIDER}'}")]
    [InlineData("HB2107", "provider: {type: model}")]
    public void Reports_exactly_the_marks(string id, string lines) => Reports(Rule(id), Web(lines));

    [Fact]
    public void Reads_the_flags_of_models_that_the_service_uses() => Reports(
        Rule("HB2106"),
        Web("models: [llm]") + "models:\n  llm:\n    model: ai/smollm2\n    runtime_flags: [--api-key, [|kT9.vq27Lm|]]\n  other:\n    runtime_flags: [--api-key, kT9.vq27Lm]\n");

    [Theory]
    [InlineData("HB2056", "command: [server, --password, [|changeme|]]", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2056", "command: [server, --password, [|kT9.vq27Lm|]]", "compose.override.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2056", "command: [server, --password, [|kT9.vq27Lm|]]", "compose.yaml", RuleSeverity.Warning)]
    [InlineData("HB2106", "post_start: [{command: [x, --password, [|changeme|]]}]", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2107", "provider: {type: [|cloud|]}", "compose.yaml", RuleSeverity.Suggestion)]
    [InlineData("HB2107", "provider: {type: [|./cloud|]}", "compose.yaml", RuleSeverity.Warning)]
    public void Says_how_bad_the_case_is(string id, string lines, string path, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Reports(Rule(id), Web(lines), path)).AtMost);

    [Fact]
    public void Never_prints_the_secret()
    {
        Assert.DoesNotContain("kT9", Assert.Single(Reports(Rule("HB2056"), Web("command: [x, --password, [|kT9.vq27Lm|]]"))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kT9", Assert.Single(Reports(Rule("HB2106"), Web("provider: {type: x, options: {token: [|kT9.vq27Lm|]}}"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_providers_that_the_team_allows() => Assert.Empty(Reports(
        Rule("HB2107"),
        new RuleExample("compose.yaml", Web("provider: {type: cloud}")) { Beside = [new(".editorconfig", "[*]\nhardenbuild.hb2107.allowed_providers = cloud, other\n")] }));
}
