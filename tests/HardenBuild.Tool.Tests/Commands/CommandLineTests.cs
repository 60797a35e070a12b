using System.Text.Json;
using HardenBuild.Rules;
using HardenBuild.Tool.Documentation;

namespace HardenBuild.Tool.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("scan", "--bogus")]
    [InlineData("scan", "--format", "xml")]
    [InlineData("scan", "--mode", "strict")]
    [InlineData("scan", "--fail-on", "info")]
    [InlineData("scan", "--root", "no-such-folder")]
    [InlineData("scan", "--diagnostics", "HB9999")]
    [InlineData("scan", "--output", ".")]
    [InlineData("scan", "--output")]
    [InlineData("scan", "")]
    [InlineData("explain", "HB9999")]
    [InlineData("explain")]
    [InlineData("rules", "--readme", "no-such-file", "--format", "markdown")]
    [InlineData("rules", "--readme", "README.md")]
    [InlineData("bogus")]
    [InlineData]
    public void Bad_arguments_exit_with_two_and_say_why_on_standard_error(params string[] args)
    {
        using var tool = new ToolRun();

        Assert.Equal(2, tool.Run(args));
        Assert.Equal("", tool.Output);
        Assert.StartsWith("hardenbuild: error: ", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_scan_exits_with_130_and_leaves_no_report()
    {
        using var tool = new ToolRun();
        tool.Write("Dockerfile", "FROM alpine\n");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Equal(130, tool.Run(cancellation.Token, "scan", "--format", "sarif", "--output", "a.sarif"));
        Assert.Equal("", tool.Output);
        Assert.Single(Directory.GetFileSystemEntries(tool.Folder));
    }

    [Fact]
    public void A_report_may_go_to_the_null_device()
    {
        using var tool = new ToolRun();

        Assert.Equal(0, tool.Run("scan", "--format", "sarif", "--output", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"));
    }

    [Fact]
    public void Help_names_no_format_that_is_not_there()
    {
        using var tool = new ToolRun();

        Assert.Equal(0, tool.Run("scan", "--help"));
        Assert.Contains("<text|msbuild|sarif|json|kubesec>", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HB0002")]
    [InlineData("hb0002")]
    [InlineData("dockerfileparseerror")]
    public void Explains_a_rule_by_id_or_name(string rule)
    {
        using var tool = new ToolRun();

        Assert.Equal(0, tool.Run("explain", rule));
        Assert.StartsWith("HB0002 DockerfileParseError: ", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_list_for_scripts_has_every_key_in_every_rule()
    {
        using var tool = new ToolRun();

        Assert.Equal(0, tool.Run("rules", "--format", "json"));

        using var json = JsonDocument.Parse(tool.Output);
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), json.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        foreach (var rule in json.RootElement.EnumerateArray())
        {
            Assert.All(
                ["id", "name", "category", "defaultSeverity", "securitySeverity"],
                (string key) => Assert.Equal(JsonValueKind.String, rule.GetProperty(key).ValueKind));
            Assert.NotEqual(0, rule.GetProperty("catalogueSlugs").GetArrayLength());
            Assert.False(rule.GetProperty("fixable").GetBoolean());
            foreach (var checks in new[] { rule.GetProperty("aliases"), rule.GetProperty("related") })
                Assert.Equal(RuleListJson.Peers, checks.EnumerateObject().Select(peer => peer.Name));
        }
    }

    [Fact]
    public void Every_check_of_another_tool_names_a_known_tool()
    {
        var checks = RuleCatalog.All.SelectMany(rule => rule.Metadata.Aliases.Concat(rule.Metadata.Related));

        Assert.All(checks, check => Assert.Contains(RuleListJson.PeerOf(check), RuleListJson.Peers));
    }
}
