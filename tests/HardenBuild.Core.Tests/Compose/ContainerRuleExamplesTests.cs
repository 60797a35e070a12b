using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Compose;

public sealed class ContainerRuleExamplesTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Containers.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds_the_same_with_windows_line_breaks(string id)
    {
        var rule = RuleCatalog.Containers.Single(rule => rule.Id == id);
        foreach (var example in rule.Metadata.Violations)
            RuleVerifier.Verify(rule, [(example.FileName, example.Text.Replace("\n", "\r\n", StringComparison.Ordinal)), .. example.Beside.Select(beside => (beside.FileName, beside.Text))]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Survives_files_of_another_shape(string id)
    {
        var rule = RuleCatalog.Containers.Single(rule => rule.Id == id);
        string[] texts =
        [
            "", "- a\n", "services: [web]\n", "services:\n  web: true\n", "services:\n  - web\n", "a: {\n",
            "services:\n  web:\n    image: [a]\n    extends: x\n    privileged: []\n    volumes: {a: b}\n    cap_add: a\n    cap_drop: {}\n    security_opt: 1\n    environment: x\n    command: {}\n    user: []\n    build: [x]\n    read_only: maybe\n    post_start: x\n    secrets: {}\n",
            "services:\n  web:\n    image: a\n    restart: 'no'\n    healthcheck: {test: [NON]}\n    cpus: 1\n    pids_limit: 1\n    mem_limit: 1g\n    logging: {driver: local}\n    networks: {a: [], b: }\n    ports: {a: b}\n    links: {}\n    devices: {}\n    device_cgroup_rules: a\n    sysctls: a\n    tmpfs: {}\n    ulimits: [a]\n    deploy: []\n    labels: a\n    models: a\n    provider: a\n    pre_stop: [a, [], {command: {}, environment: a}]\n    read_only: true\n    cap_drop: [ALL]\n    security_opt: [no-new-privileges]\nnetworks: []\nmodels: {a: []}\n",
            "services:\n  web:\n    image: a\n    healthcheck: {test: {}}\n    restart: []\n    logging: {driver: {}, options: []}\n    mem_limit: lots\n    cpus: many\n    pids_limit: {}\n    ports: [[], {}, '', ':', '::', '/', 'a:b:c:d', '1-0:2-1', {target: [], published: {}}]\n    devices: [{}, [], '', ':']\n    ulimits: {nofile: {}, nproc: a}\n    deploy: {resources: {limits: [a]}}\n    read_only: true\n    cap_drop: [ALL]\n    security_opt: [no-new-privileges]\n    provider: {type: [], options: a}\n    build: {ssh: {}, args: a, entitlements: {}}\n",
            "services:\n  web:\n    image: a\n    privileged: maybe\n    healthcheck: {test: x}\n    logging: {driver: local}\n    mem_limit: 1g\n    cpus: 1\n    pids_limit: 1\n    read_only: ${X}\n    cap_drop: [[]]\n    security_opt: [{}]\n    volumes: [{}, [], {source: []}]\n    environment: [[], {}]\n    command: [[]]\n",
        ];
        foreach (var text in texts)
            ComposeCheck.Reports(rule, text);
    }
}
