using System.Globalization;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Reporting;

/// <summary>The report for people: place, message, the source line with carets, related places, a link to each rule once, and a summary.</summary>
public sealed class TextFindingWriter : IFindingWriter
{
    public void Write(ScanResult result, ReportOptions options, TextWriter output)
    {
        var colors = new TerminalColors(options.UseColor);
        var explained = new HashSet<string>(StringComparer.Ordinal);
        var secretLines = SecretLines(result);
        foreach (var reported in result.Findings)
        {
            if (reported.Severity < RuleSeverity.Suggestion || (reported.IsSuppressed && !options.IncludeSuppressed))
                continue;

            WriteFinding(reported, colors, secretLines, output);
            if (explained.Add(reported.Finding.Rule.Id))
                WriteNote(colors.Faint("help"), reported.Finding.Rule.HelpUri.OriginalString, output);
            output.Write('\n');
        }

        output.Write(Summary(result));
        output.Write('\n');
    }

    /// <summary>Lines that hold a secret's value: no finding on them shows the source.</summary>
    private static HashSet<(SourceText Source, int Line)> SecretLines(ScanResult result)
    {
        var lines = new HashSet<(SourceText, int)>();
        foreach (var reported in result.Findings)
        {
            if (reported.Finding.Rule.Metadata.IsAboutSecretValue)
                lines.Add(LineOf(reported.Finding));
        }

        return lines;
    }

    private static (SourceText Source, int Line) LineOf(Finding finding) => (finding.Location.Source, finding.Location.Start.Line);

    private static void WriteFinding(ReportedFinding reported, TerminalColors colors, HashSet<(SourceText Source, int Line)> secretLines, TextWriter output)
    {
        var finding = reported.Finding;
        output.Write(colors.Bold(Place(finding.Location)));
        output.Write(": ");
        output.Write(colors.Severity(reported.Severity, reported.Severity.ToWord() + " " + finding.Rule.Id));
        output.Write(' ');
        output.Write(PlainText.Neutralize(finding.Message));
        output.Write('\n');
        if (!secretLines.Contains(LineOf(finding)))
            WriteExcerpt(finding.Location, reported.Severity, colors, output);
        foreach (var related in finding.Related)
            WriteNote(colors.Faint("note"), Place(related.Location) + ": " + PlainText.Neutralize(related.Message), output);
        if (reported.IsInBaseline)
            WriteNote(colors.Faint("suppressed"), "in the baseline", output);
        if (reported.SuppressedBy is { } reason)
            WriteNote(colors.Faint("suppressed"), reason.Length == 0 ? "no reason given" : PlainText.Neutralize(reason), output);
    }

    private static void WriteExcerpt(SourceLocation location, RuleSeverity severity, TerminalColors colors, TextWriter output)
    {
        // Nothing to show of a file that could not be read.
        if (location.Source.Length == 0)
            return;

        var number = (location.Start.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var excerpt = SourceExcerpt.Of(location);
        output.Write(colors.Faint(number + " | "));
        output.Write(excerpt.Line);
        output.Write('\n');
        output.Write(colors.Faint("      | "));
        output.Write(new string(' ', excerpt.MarkStart));
        output.Write(colors.Severity(severity, new string('^', Math.Max(1, excerpt.MarkLength))));
        output.Write('\n');
    }

    private static void WriteNote(string label, string text, TextWriter output)
    {
        output.Write("      = ");
        output.Write(label);
        output.Write(": ");
        output.Write(text);
        output.Write('\n');
    }

    private static string Place(SourceLocation location)
    {
        var start = location.Start;
        return string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", PlainText.Neutralize(location.Source.Path), start.Line + 1, start.Character + 1);
    }

    private static string Summary(ScanResult result)
    {
        var counts = FindingCounts.Of(result);
        var found = counts.Total == 0
            ? "No findings"
            : Counted.Of(counts.Errors, "error") + ", " + Counted.Of(counts.Warnings, "warning") + ", " + Counted.Of(counts.Suggestions, "suggestion");
        var suppressed = counts.Suppressed == 0 ? "" : ", " + Counted.Of(counts.Suppressed, "finding") + " suppressed";
        var skipped = result.TemplatesNotRendered == 0 ? "" : ", " + Counted.Of(result.TemplatesNotRendered, "chart template") + " not rendered";
        return found + " in " + Counted.Of(result.Files.Length, "file") + suppressed + skipped;
    }
}
