using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Compose;

public sealed class ContainerRuleExamplesTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Containers.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reports_its_violations_and_accepts_the_fixed_files(string id)
    {
        var rule = RuleCatalog.Containers.Single(rule => rule.Id == id);
        Assert.NotEmpty(rule.Metadata.Violations);
        foreach (var example in rule.Metadata.Violations)
            Assert.NotEmpty(ComposeCheck.Reports(rule, example.Text, example.FileName));
        foreach (var example in rule.Metadata.Fixed)
            ComposeCheck.Reports(rule, example.Text, example.FileName);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds_the_same_with_windows_line_breaks(string id)
    {
        var rule = RuleCatalog.Containers.Single(rule => rule.Id == id);
        foreach (var example in rule.Metadata.Violations)
            Assert.NotEmpty(ComposeCheck.Reports(rule, example.Text.Replace("\n", "\r\n", StringComparison.Ordinal), example.FileName));
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
            "services:\n  web:\n    image: a\n    privileged: maybe\n    read_only: ${X}\n    cap_drop: [[]]\n    security_opt: [{}]\n    volumes: [{}, [], {source: []}]\n    environment: [[], {}]\n    command: [[]]\n",
        ];
        foreach (var text in texts)
            ComposeCheck.Reports(rule, text);
    }
}
