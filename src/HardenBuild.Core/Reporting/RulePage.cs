using System.Collections.Immutable;
using HardenBuild.Rules;

namespace HardenBuild.Reporting;

/// <summary>What people are told about a rule, the same in the documentation, in <c>explain</c> and in a log's help.</summary>
public static class RulePage
{
    public static string ToMarkdown(Rule rule)
    {
        var page = new MarkdownPage();
        Write(rule, page);
        return page.ToString();
    }

    public static string ToPlainText(Rule rule)
    {
        var page = new PlainPage();
        Write(rule, page);
        return page.ToString();
    }

    private static void Write(Rule rule, IPage page)
    {
        var metadata = rule.Metadata;
        page.Title(rule.Id + " " + metadata.Name + ": " + metadata.Title);
        page.Facts(Facts(rule));
        page.Heading("Why");
        page.Paragraph(metadata.Rationale);
        WriteExamples(page, "Reported", metadata.Violations, "The text between [| and |] is what the finding points at.");
        WriteExamples(page, "Accepted", metadata.Fixed, "");
        page.Heading("When to ignore");
        page.Paragraph(metadata.WhenToIgnore);
        page.File(".editorconfig", EditorConfigLines(rule));
        WriteOptions(rule, page);
        WriteItems(page, "References", metadata.References.Select(reference => reference.ToString()));
        WriteComparison(metadata, page);
    }

    private static ImmutableArray<(string Name, string Value)> Facts(Rule rule)
    {
        var metadata = rule.Metadata;
        return
        [
            ("Category", CategoryName(rule)),
            ("Severity in mode default", rule.DefaultSeverity.ToWord()),
            ("Severity in mode hardened", rule.HardenedSeverity.ToWord()),
            ("Security severity", metadata.SecuritySeverity.ToString().ToLowerInvariant()),
            ("Precision", metadata.Precision == RulePrecision.VeryHigh ? "very high" : metadata.Precision.ToString().ToLowerInvariant()),
            ("Since", metadata.Since),
        ];
    }

    /// <summary>The category as <c>.editorconfig</c> writes it, <c>HardenBuild.Dockerfile</c>.</summary>
    public static string CategoryName(Rule rule) => "HardenBuild." + rule.Category;

    private static void WriteExamples(IPage page, string heading, ImmutableArray<RuleExample> examples, string note)
    {
        if (examples.IsEmpty)
            return;

        page.Heading(heading);
        if (note.Length > 0)
            page.Paragraph(note);
        foreach (var example in examples)
        {
            page.File(example.FileName, example.Text);
            foreach (var beside in example.Beside)
                page.File(beside.FileName, beside.Text);
        }
    }

    private static string EditorConfigLines(Rule rule) => $"[*]\ndotnet_diagnostic.{rule.Id}.severity = none\n";

    private static void WriteOptions(Rule rule, IPage page) => WriteItems(
        page,
        "Options",
        rule.Metadata.Options.Select(option => $"'hardenbuild.{rule.Id.ToLowerInvariant()}.{option.Name}' (default: {Shown(option.DefaultValue)}): {option.Description}"));

    private static string Shown(string value) => value.Length == 0 ? "empty" : "'" + value + "'";

    private static void WriteComparison(RuleMetadata metadata, IPage page)
    {
        page.Heading("Compared with");
        if (metadata.ComparedWith.Length > 0)
            page.Paragraph(metadata.ComparedWith);
        else if (metadata.Aliases.IsEmpty && metadata.Related.IsEmpty)
            page.Paragraph("No check of the tools that we compare with is known to decide this.");
        foreach (var alias in metadata.Aliases)
            page.Item("Decides the same: " + Peer(alias));
        foreach (var related in metadata.Related)
            page.Item("Related: " + Peer(related));
    }

    private static string Peer(string check)
    {
        var parts = check.Split([':'], 2);
        return parts.Length < 2 ? check : parts[0] + " '" + parts[1] + "'";
    }

    private static void WriteItems(IPage page, string heading, IEnumerable<string> items)
    {
        var first = true;
        foreach (var item in items)
        {
            if (first)
                page.Heading(heading);
            page.Item(item);
            first = false;
        }
    }
}
