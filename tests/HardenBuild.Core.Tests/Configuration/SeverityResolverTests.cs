using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class SeverityResolverTests
{
    private static readonly ProbeRule s_rule = new("HB1901", RuleSeverity.Warning, RuleSeverity.Error);
    private static readonly ProbeRule s_hardenedOnly = new("HB1902", RuleSeverity.None, RuleSeverity.Warning);
    private static readonly ProbeRule s_off = new("HB1903", RuleSeverity.None);

    [Theory]
    [InlineData(nameof(RuleMode.None), "None None None Error")]
    [InlineData(nameof(RuleMode.Default), "Warning None None Error")]
    [InlineData(nameof(RuleMode.Hardened), "Error Warning None Error")]
    [InlineData(nameof(RuleMode.All), "Error Warning Suggestion Error")]
    public void Mode_decides_where_nothing_is_configured(string mode, string expected)
    {
        var resolver = new SeverityResolver(EditorConfigSet.Empty, Enum.Parse<RuleMode>(mode), "/r");
        var rules = (Rule[])[s_rule, s_hardenedOnly, s_off, RuleCatalog.Tool[0]];

        Assert.Equal(expected, string.Join(" ", rules.Select(rule => resolver.GetSeverity("f", rule))));
    }

    [Fact]
    public void Bulk_keys_follow_the_mode()
    {
        var set = Set("[*]\ndotnet_analyzer_diagnostic.severity = error\n");

        Assert.Equal(RuleSeverity.None, new SeverityResolver(set, RuleMode.Default, "/r").GetSeverity("f", s_hardenedOnly));
        Assert.Equal(RuleSeverity.Error, new SeverityResolver(set, RuleMode.Hardened, "/r").GetSeverity("f", s_hardenedOnly));
        Assert.Equal(RuleSeverity.Error, new SeverityResolver(set, RuleMode.All, "/r").GetSeverity("f", s_off));
        Assert.Equal(RuleSeverity.None, new SeverityResolver(set, RuleMode.None, "/r").GetSeverity("f", s_rule));
    }

    [Fact]
    public void Override_wins_over_every_file()
    {
        var overrides = new Dictionary<string, RuleSeverity> { ["hb1901"] = RuleSeverity.Suggestion };
        var resolver = new SeverityResolver(Set("[*]\ndotnet_diagnostic.HB1901.severity = error\n"), RuleMode.Default, "/r", overrides);

        Assert.Equal(RuleSeverity.Suggestion, resolver.GetSeverity("f", s_rule));
    }

    [Theory]
    [InlineData("warn", RuleSeverity.Warning)]
    [InlineData("INFO", RuleSeverity.Suggestion)]
    [InlineData("hidden", RuleSeverity.Silent)]
    [InlineData("suppress", RuleSeverity.None)]
    [InlineData("none # until the next release", RuleSeverity.None)]
    public void Accepts_the_words_of_rule_sets(string word, RuleSeverity expected) =>
        Assert.Equal(expected, new SeverityResolver(Set($"[*]\ndotnet_diagnostic.HB1901.severity = {word}\n"), RuleMode.All, "/r").GetSeverity("f", s_rule));

    [Theory]
    [InlineData("/r/deploy", "/r/deploy/web/Dockerfile", "Error")]
    [InlineData("/r/deploy/", "deploy/web/Dockerfile", "Error")]
    [InlineData("/", "deploy/web/Dockerfile", "Error")]
    [InlineData("/r/deploy", "/r/deployment/Dockerfile", "Warning")]
    [InlineData("/r/deploy/web/Dockerfile", "/r/deploy/web/Dockerfile", "Warning")]
    public void Finds_the_file_by_absolute_or_relative_path(string directory, string path, string expected) =>
        Assert.Equal(expected, new SeverityResolver(Set("[Dockerfile*]\ndotnet_diagnostic.HB1901.severity = error\n", directory), RuleMode.Default, "/r").GetSeverity(path, s_rule).ToString());

    [Theory]
    [InlineData(@"C:\r\deploy", @"C:\r", @"deploy\web\Dockerfile")]
    [InlineData(@"c:\r\deploy", "C:/r", "deploy/web/Dockerfile")]
    [InlineData(@"C:\", @"c:\r", @"C:\r\deploy\Dockerfile")]
    [InlineData(@"\\server\share\r", @"\\server\share\r", "deploy/Dockerfile")]
    public void Finds_the_file_by_a_Windows_path(string directory, string root, string path) =>
        Assert.Equal(RuleSeverity.Error, new SeverityResolver(Set("[Dockerfile*]\ndotnet_diagnostic.HB1901.severity = error\n", directory), RuleMode.Default, root).GetSeverity(path, s_rule));

    [Fact]
    public void Option_of_the_rule_wins_over_the_common_one()
    {
        var resolver = new SeverityResolver(Set("[*]\nhardenbuild.hb1901.probe_option = Own\nHardenBuild.Probe_Option = common\n"), RuleMode.Default, "/r");

        Assert.Equal("Own", resolver.GetOption("f", s_rule, "probe_option"));
        Assert.Equal("common", resolver.GetOption("f", s_off, "probe_option"));
        Assert.Null(resolver.GetOption("f", s_off, "other"));
    }

    [Theory]
    [InlineData("*", 1_023)]
    [InlineData("**a", 300)]
    [InlineData("{a,*}", 200)]
    [InlineData("{a,aa,}", 140)]
    [InlineData("{*,", 1)]
    [InlineData("{0..9}*", 140)]
    public void Hostile_globs_end(string part, int count)
    {
        var path = "/" + new string('a', 4_000);

        Assert.NotEqual(true, SectionGlob.TryCreate(string.Concat(Enumerable.Repeat(part, count)) + "b")?.IsMatch(path));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("*")]
    public void Endless_globs_match_nothing(string part) => Assert.Null(SectionGlob.TryCreate(string.Concat(Enumerable.Repeat(part, 1_000_001))));

    private static EditorConfigSet Set(string text, string directory = "/r") => EditorConfigSet.Create([(directory, SourceText.From(".editorconfig", text))]);
}
