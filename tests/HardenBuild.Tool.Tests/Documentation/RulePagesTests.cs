using HardenBuild.Reporting;
using HardenBuild.Rules;

namespace HardenBuild.Tool.Tests.Documentation;

public sealed class RulePagesTests
{
    private static readonly string[] DotnetWords = ["dotnet", "ASPNETCORE", "Microsoft.NET.Sdk", ".dll", "Shop.Api", "DistributedApplication"];

    [Fact]
    public void Each_page_of_a_rule_about_images_has_an_example_of_dotnet_and_says_when_to_ignore_and_how_others_decide()
    {
        foreach (var rule in RuleCatalog.All.Where(rule => rule.Id.StartsWith("HB1", StringComparison.Ordinal) || rule.Id.StartsWith("HB7", StringComparison.Ordinal)))
        {
            var page = RulePage.ToMarkdown(rule);

            Assert.Contains("\n## When to ignore\n", page, StringComparison.Ordinal);
            Assert.Contains("\n## Compared with\n", page, StringComparison.Ordinal);
            Assert.True(
                rule.Metadata.Violations.Any(example => DotnetWords.Any(word => example.Text.Contains(word, StringComparison.OrdinalIgnoreCase))),
                $"{rule.Id} has no example that a .NET developer would meet");
        }
    }

    [Fact]
    public void Pages_are_the_same_every_time_and_stale_ones_go()
    {
        using var tool = new ToolRun();
        tool.Write("docs/HB9999.md", "stale");
        tool.Write("docs/HBnotes.md", "kept");

        Assert.Equal(0, tool.Run("rules", "--format", "markdown", "--output", "docs"));
        var first = Snapshot(tool.Folder);
        Assert.Equal(0, tool.Run("rules", "--format", "markdown", "--output", "docs"));

        Assert.Equal(first, Snapshot(tool.Folder));
        Assert.Equal(
            RuleCatalog.All.Select(rule => rule.Id + ".md").Append("HBnotes.md").Append("README.md").Order(StringComparer.Ordinal),
            first.Keys.Select(Path.GetFileName));
    }

    [Fact]
    public void Readme_table_is_replaced_and_the_rest_stays()
    {
        using var tool = new ToolRun();
        tool.Write("README.md", "before\n<!-- rules -->\nstale table\n<!-- /rules -->\nafter\n");

        Assert.Equal(0, tool.Run("rules", "--format", "markdown", "--output", "docs", "--readme", "README.md"));

        var readme = tool.Read("README.md");
        Assert.StartsWith("before\n<!-- rules -->\n| id |", readme, StringComparison.Ordinal);
        Assert.EndsWith("|\n<!-- /rules -->\nafter\n", readme, StringComparison.Ordinal);
        Assert.Contains("[HB0002](docs/rules/HB0002.md)", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("stale table", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_without_the_marks_is_left_alone()
    {
        using var tool = new ToolRun();
        tool.Write("README.md", "nothing here\n");

        Assert.Equal(2, tool.Run("rules", "--format", "markdown", "--readme", "README.md"));
        Assert.Equal("nothing here\n", tool.Read("README.md"));
    }

    [Fact]
    public void Page_shows_examples_with_their_marks_and_how_to_switch_the_rule_off()
    {
        var page = RulePage.ToMarkdown(RuleCatalog.All.Single(rule => rule.Id == "HB0002"));

        Assert.Contains("```dockerfile\nFROM alpine:3.22\n[|RUNN|] echo hello\n```\n", page, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.HB0002.severity = none", page, StringComparison.Ordinal);
        Assert.Contains("a `# syntax=` directive", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use 'a_b' or <x>, don't *", "use `a_b` or \\<x>, don't \\*")]
    [InlineData("the users' 'x'", "the users' `x`")]
    [InlineData("'a`b'", "'a`b'")]
    [InlineData("an open 'quote", "an open 'quote")]
    public void Prose_has_code_where_it_has_quotes(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    [Fact]
    public void Editorconfig_reference_names_every_rule_once()
    {
        using var tool = new ToolRun();

        Assert.Equal(0, tool.Run("rules", "--format", "editorconfig"));

        foreach (var rule in RuleCatalog.All)
            Assert.Single(tool.Output.Split('\n'), line => line == $"dotnet_diagnostic.{rule.Id}.severity = {rule.DefaultSeverity.ToWord()}");
    }

    private static SortedDictionary<string, string> Snapshot(string folder) =>
        new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText), StringComparer.Ordinal);
}
