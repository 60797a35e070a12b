using System.Collections.Immutable;
using HardenBuild.Reporting;
using HardenBuild.Rules;

namespace HardenBuild.Tool.Documentation;

/// <summary>One line a rule, for a terminal.</summary>
internal static class RuleListText
{
    public static void Write(ImmutableArray<Rule> rules, TextWriter output)
    {
        foreach (var rule in rules)
            output.Write($"{rule.Id}  {rule.DefaultSeverity.ToWord(),-10}  {rule.Metadata.Name}: {rule.Metadata.Title}\n");
    }
}
