using HardenBuild.Configuration;
using HardenBuild.Configuration.Levels;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class RuleLevelTests
{
    [Fact]
    public void Each_rule_is_in_a_numbered_level_or_new()
    {
        var known = FrozenRules.Versions.SelectMany(static version => FrozenRules.Find(version)!.Ids).Concat(NewRules.Ids).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(RuleCatalog.All.Where(rule => rule.Category != RuleCategory.Tool && !known.Contains(rule.Id)));
    }

    [Fact]
    public void No_rule_is_new_that_a_numbered_level_has() =>
        Assert.Empty(NewRules.Ids.Intersect(FrozenRules.Versions.SelectMany(static version => FrozenRules.Find(version)!.Ids)));

    [Fact]
    public void A_numbered_level_names_no_rule_that_never_was()
    {
        var ids = RuleCatalog.All.Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(FrozenRules.Find("1.0")!.Ids.Where(id => !ids.Contains(id)));
    }

    [Theory]
    [InlineData("", "latest")]
    [InlineData("LATEST", "latest")]
    [InlineData("Preview", "preview")]
    [InlineData("1.0", "1.0")]
    public void Is_found_by_its_name(string name, string expected) => Assert.Equal(expected, RuleLevel.Parse(name)!.Name);

    [Theory]
    [InlineData("0.9")]
    [InlineData("1")]
    [InlineData("newest")]
    public void Another_name_is_no_level(string name) => Assert.Null(RuleLevel.Parse(name));

    [Theory]
    [InlineData(RuleMode.Default)]
    [InlineData(RuleMode.Hardened)]
    [InlineData(RuleMode.All)]
    public void A_numbered_level_does_not_have_later_rules(RuleMode mode) =>
        Assert.Equal(RuleSeverity.None, At("1.0", mode).GetSeverity("f", new ProbeRule("HB1901", RuleSeverity.Error)));

    [Fact]
    public void A_numbered_level_keeps_the_severities_of_its_release()
    {
        var frozen = RuleCatalog.All.First(static rule => rule.Category != RuleCategory.Tool && rule.DefaultSeverity == RuleSeverity.Warning);

        Assert.Equal(RuleSeverity.Warning, At("1.0", RuleMode.Default).GetSeverity("f", new ProbeRule(frozen.Id, RuleSeverity.Error)));
        Assert.Equal(RuleSeverity.Error, At("latest", RuleMode.Default).GetSeverity("f", new ProbeRule(frozen.Id, RuleSeverity.Error)));
    }

    [Fact]
    public void Rules_about_the_scan_itself_are_in_every_level() =>
        Assert.Equal(RuleSeverity.Error, At("1.0", RuleMode.Default).GetSeverity("f", new ProbeRule("HB0901", RuleSeverity.Error)));

    [Fact]
    public void A_later_rule_may_be_switched_on_by_its_id()
    {
        var set = EditorConfigSet.Create([("/r", HardenBuild.Text.SourceText.From(".editorconfig", "[*]\ndotnet_diagnostic.HB1901.severity = warning\n"))]);
        var resolver = new SeverityResolver(set, RuleMode.Default, "/r", level: RuleLevel.Parse("1.0"));

        Assert.Equal(RuleSeverity.Warning, resolver.GetSeverity("f", new ProbeRule("HB1901", RuleSeverity.Error)));
    }

    private static SeverityResolver At(string level, RuleMode mode) => new(EditorConfigSet.Empty, mode, "/r", level: RuleLevel.Parse(level));
}
