using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Compose.ComposeCheck;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Limits, logging, health and restarts, one service's lines a case.</summary>
public sealed class ContainerLimitRuleTests
{
    [Theory]
    [InlineData("HB2025", "oom_kill_disable: [|true|]")]
    [InlineData("HB2025", "oom_score_adj: [|-1000|]")]
    [InlineData("HB2025", "oom_kill_disable: false\noom_score_adj: -500")]
    [InlineData("HB2025", "oom_score_adj: ${ADJUST}")]
    [InlineData("HB2026", "mem_limit: 1.5gb")]
    [InlineData("HB2026", "mem_limit: ${MEMORY}")]
    [InlineData("HB2026", "deploy:\n  resources:\n    limits:\n      memory: 50M")]
    [InlineData("HB2026", "extends:\n  service: base")]
    [InlineData("HB2027", "cpus: '0.5'")]
    [InlineData("HB2027", "cpuset: 0,1")]
    [InlineData("HB2027", "deploy: {resources: {limits: {cpus: 0.25}}}")]
    [InlineData("HB2027", "cpus: ${CPUS}")]
    [InlineData("HB2028", "pids_limit: [|-1|]")]
    [InlineData("HB2028", "deploy: {resources: {limits: {pids: 100}}}")]
    [InlineData("HB2028", "pids_limit: ${PIDS}")]
    [InlineData("HB2029", "ulimits:\n  nproc: [|2000000|]\n  nofile:\n    soft: 1024\n    hard: [|-1|]\n  core: [|1|]")]
    [InlineData("HB2029", "ulimits: {nofile: 1048576, core: 0, memlock: -1, nproc: '${N}'}")]
    [InlineData("HB2030", "restart: [|on-failure|]")]
    [InlineData("HB2030", "restart: [|\"on-failure:10\"|]")]
    [InlineData("HB2030", "deploy:\n  restart_policy:\n    condition: [|on-failure|]")]
    [InlineData("HB2030", "deploy:\n  restart_policy:\n    condition: on-failure\n    max_attempts: 3")]
    [InlineData("HB2030", "restart: \"no\"")]
    [InlineData("HB2030", "restart: on-failure:3")]
    [InlineData("HB2031", "build: .")]
    [InlineData("HB2031", "restart: on-failure")]
    [InlineData("HB2031", "healthcheck: {disable: true}")]
    [InlineData("HB2032", "healthcheck:\n  test: [|NONE|]")]
    [InlineData("HB2032", "healthcheck:\n  test: NONESUCH")]
    [InlineData("HB2032", "healthcheck:\n  test: [CMD, NONE]\n  disable: false")]
    [InlineData("HB2032", "healthcheck:\n  disable: ${OFF}")]
    [InlineData("HB2073", "logging: {driver: local}")]
    [InlineData("HB2073", "logging: {driver: fluentd}")]
    [InlineData("HB2073", "logging: {driver: '${DRIVER}'}")]
    [InlineData("HB2073", "logging: {driver: json-file, options: {max-size: 10m}}")]
    public void Reports_exactly_the_marks(string id, string lines) => Reports(Rule(id), Web(lines));

    [Theory]
    [InlineData("HB2026")]
    [InlineData("HB2027")]
    [InlineData("HB2028")]
    [InlineData("HB2031")]
    [InlineData("HB2073")]
    public void Rolls_gaps_up_to_the_first_service(string id)
    {
        var finding = Assert.Single(Reports(Rule(id), "services:\n  [|web|]:\n    image: a:1\n  api:\n    image: a:1\n"));
        Assert.Equal("The same holds for service 'api'", Assert.Single(finding.Related).Message);
    }

    [Theory]
    [InlineData("HB2026", "mem_limit: 1g")]
    [InlineData("HB2027", "cpus: 1")]
    [InlineData("HB2028", "pids_limit: 100")]
    [InlineData("HB2031", "healthcheck: {test: ./ok}")]
    [InlineData("HB2073", "logging: {driver: local}")]
    public void Accepts_what_an_override_adds(string id, string line) =>
        Reports(Rule(id), [("compose.yaml", Web("hostname: web")), ("compose.override.yaml", $"services:\n  web:\n    {line}\n")]);

    [Fact]
    public void Accepts_limits_that_a_merge_key_brings() =>
        Reports(Rule("HB2026"), "x-limits: &limits\n  mem_limit: 1g\nservices:\n  web:\n    image: a:1\n    <<: *limits\n");

    [Theory]
    [InlineData("HB2025", "mem_limit: 1g\noom_kill_disable: [|true|]", RuleSeverity.Suggestion)]
    [InlineData("HB2025", "mem_limit: '${MEMORY}'\noom_kill_disable: [|true|]", RuleSeverity.Suggestion)]
    [InlineData("HB2025", "oom_kill_disable: [|true|]", RuleSeverity.Warning)]
    [InlineData("HB2028", "pids_limit: [|0|]", RuleSeverity.Suggestion)]
    [InlineData("HB2073", "logging: {driver: [|none|]}", RuleSeverity.Suggestion)]
    public void Says_how_bad_the_case_is(string id, string lines, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Reports(Rule(id), Web(lines))).AtMost);

    [Fact]
    public void Leaves_a_developer_s_health_check_alone() =>
        Reports(Rule("HB2032"), Web("healthcheck: {disable: true}"), "compose.override.yaml");
}
