using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Documentation;

/// <summary>The folder of rule pages: one page a rule and an index, and no page of a rule that is no more.</summary>
internal static partial class RulePages
{
    public static void Write(ImmutableArray<Rule> rules, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var rule in rules)
            AtomicFile.Write(Path.Combine(folder, rule.Id + ".md"), page => page.Write(RulePage.ToMarkdown(rule)));
        AtomicFile.Write(Path.Combine(folder, "README.md"), page => page.Write(RuleIndex.ToMarkdown(rules, "")));
        DeleteStale(rules, folder);
    }

    private static void DeleteStale(ImmutableArray<Rule> rules, string folder)
    {
        var current = rules.Select(rule => rule.Id + ".md").ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "HB*.md"))
        {
            var name = Path.GetFileName(path);
            if (PageName().IsMatch(name) && !current.Contains(name))
                File.Delete(path);
        }
    }

    // Only what this class itself writes may be deleted.
    [GeneratedRegex(@"^HB[0-9]{4}\.md\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageName();
}
