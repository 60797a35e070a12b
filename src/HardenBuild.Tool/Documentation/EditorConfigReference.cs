using System.Collections.Immutable;
using HardenBuild.Reporting;
using HardenBuild.Rules;

namespace HardenBuild.Tool.Documentation;

/// <summary>An <c>.editorconfig</c> that names every rule with its default severity and every option with its default value.</summary>
internal static class EditorConfigReference
{
    public static void Write(ImmutableArray<Rule> rules, TextWriter output)
    {
        output.Write("# Every rule of HardenBuild with its severity in mode default. Copy what you want to change.\n\n[*]\n");
        foreach (var category in rules.GroupBy(RulePage.CategoryName))
        {
            output.Write($"\n# dotnet_analyzer_diagnostic.category-{category.Key}.severity sets all of these at once.\n");
            foreach (var rule in category)
                WriteRule(rule, output);
        }
    }

    private static void WriteRule(Rule rule, TextWriter output)
    {
        output.Write($"\n# {rule.Metadata.Name}: {rule.Metadata.Title}\ndotnet_diagnostic.{rule.Id}.severity = {rule.DefaultSeverity.ToWord()}\n");
        foreach (var option in rule.Metadata.Options)
            output.Write($"# {option.Description}\n# hardenbuild.{rule.Id.ToLowerInvariant()}.{option.Name} = {option.DefaultValue}\n");
    }
}
