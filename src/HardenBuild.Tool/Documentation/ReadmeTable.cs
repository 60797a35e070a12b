using System.Collections.Immutable;
using System.Text;
using HardenBuild.Rules;

namespace HardenBuild.Tool.Documentation;

/// <summary>The rule table between two comments of a Markdown file.</summary>
internal static class ReadmeTable
{
    private const string Start = "<!-- rules -->";
    private const string End = "<!-- /rules -->";

    /// <exception cref="CommandException">The comments are missing or in the wrong order.</exception>
    public static string Replace(string readme, ImmutableArray<Rule> rules)
    {
        var start = readme.IndexOf(Start, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new CommandException($"The readme has no '{Start}' followed by '{End}'");

        var table = new StringBuilder("\n");
        RuleIndex.AppendTable(table, rules, "docs/rules/");
        return readme[..(start + Start.Length)] + table + readme[end..];
    }
}
