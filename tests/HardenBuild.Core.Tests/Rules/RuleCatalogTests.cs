using System.Reflection;
using HardenBuild.Rules;

namespace HardenBuild.Core.Tests.Rules;

public sealed class RuleCatalogTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public void Lists_every_rule_in_the_assembly_once()
    {
        var types = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

        Assert.Equal(
            types.Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleCatalog.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Is_sorted_by_unique_ids() =>
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), RuleCatalog.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Name_is_the_class_and_the_first_slug(string id)
    {
        var rule = Find(id);
        var slug = rule.Metadata.CatalogueSlugs[0];

        Assert.Equal(rule.GetType().Name, rule.Metadata.Name);
        Assert.Equal(id, ReservedIds()[slug]);
        if (rule.Category != RuleCategory.Tool)
            Assert.Equal(string.Concat(slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])), rule.Metadata.Name);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_follow_the_house_rules(string id)
    {
        var metadata = Find(id).Metadata;

        Assert.False(metadata.Title.EndsWith('.'), "A title has no full stop");
        Assert.False(metadata.MessageFormat.EndsWith('.'), "A message has no full stop; the SARIF writer adds it");
        Assert.EndsWith(".", metadata.Rationale, StringComparison.Ordinal);
        Assert.EndsWith(".", metadata.WhenToIgnore, StringComparison.Ordinal);
        Assert.InRange(metadata.Title.Length, 10, 100);
        Assert.All(metadata.Aliases.Concat(metadata.Related), alias => Assert.Matches("^[a-z-]+:.+$", alias));
        Assert.Empty(metadata.Aliases.Intersect(metadata.Related));
        Assert.All(metadata.Supersedes, superseded => Assert.Contains(RuleCatalog.All, rule => rule.Id == superseded));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documented_violations_are_reported(string id)
    {
        var rule = Find(id);
        if (rule.Category != RuleCategory.Tool)
            Assert.NotEmpty(rule.Metadata.Violations);

        foreach (var example in rule.Metadata.Violations.Where(example => IsScanned(example.FileName)))
        {
            Assert.Contains(Files(example), file => file.Item2.Contains("[|", StringComparison.Ordinal));
            RuleVerifier.Verify(rule, Files(example));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documented_fixes_are_clean(string id)
    {
        var rule = Find(id);
        foreach (var example in rule.Metadata.Fixed.Where(example => IsScanned(example.FileName)))
            RuleVerifier.Verify(rule, Files(example));
    }

    private static (string, string)[] Files(RuleExample example) =>
        [(example.FileName, example.Text), .. example.Beside.Select(beside => (beside.FileName, beside.Text))];

    private static Rule Find(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

    // Rules about configuration and suppressions have tests of their own: they do not start from an input file. C# is the compiler's: see the tests of the analyzers.
    private static bool IsScanned(string fileName) => !fileName.EndsWith("config", StringComparison.Ordinal) && !fileName.EndsWith(".cs", StringComparison.Ordinal);

    private static Dictionary<string, string> ReservedIds()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream("rule-ids.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(fields => fields[1], fields => fields[0]);
    }
}
