using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Rules.Compose;

public sealed class ComposeRuleExamplesTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Compose.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reports_its_violations_and_accepts_the_fixed_files(string id)
    {
        var rule = RuleCatalog.Compose.Single(rule => rule.Id == id);
        Assert.NotEmpty(rule.Metadata.Violations);
        foreach (var example in rule.Metadata.Violations.Concat(rule.Metadata.Fixed))
            RuleVerifier.Verify(rule, (example.FileName, example.Text));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds_the_same_with_windows_line_breaks(string id)
    {
        var rule = RuleCatalog.Compose.Single(rule => rule.Id == id);
        foreach (var example in rule.Metadata.Violations)
            RuleVerifier.Verify(rule, (example.FileName, example.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Survives_files_of_another_shape(string id)
    {
        var rule = RuleCatalog.Compose.Single(rule => rule.Id == id);
        string[] texts =
        [
            "", "- a\n", "services: [web]\n", "services:\n  web: true\n", "services:\n  - web\n", "a: {\n", "include: x\n", "include: [[], {}, {path: {}}]\n",
            "services:\n  web:\n    image: [a]\n    extends: []\n    volumes: {a: b}\n    ports: {a: b}\n    build: [x]\n    depends_on: x\n    networks: 1\n    deploy: []\n    healthcheck: x\n    develop: {watch: x}\n    secrets: {}\n    configs: x\n    container_name: {}\n    scale: x\n    platform: []\n",
            "services:\n  web:\n    image: a\n    ports: [{}, [], {target: []}]\n    volumes: [{}, [], {source: []}]\n    depends_on: [[], {}]\n    links: [{}]\n    secrets: [{}, []]\n    env_file: [[], {}]\n    build: {context: [], dockerfile: {}, target: [], platforms: x}\n    extends: {file: [], service: {}}\nvolumes: [a]\nsecrets: x\nnetworks: {a: [], b: {external: []}}\nconfigs: {a: x}\n",
        ];
        foreach (var text in texts)
            Assert.DoesNotContain(RuleVerifier.Scan(rule, [("compose.yaml", text)]), finding => finding.Rule.Id == "HB0007");
    }
}
