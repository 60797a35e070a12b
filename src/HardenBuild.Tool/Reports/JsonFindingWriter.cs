using System.Text.Json;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Tool.Reports;

/// <summary>The scan as one JSON object for scripts. Positions are one-based; the end column is past the last character.</summary>
internal sealed class JsonFindingWriter : IFindingWriter
{
    public void Write(ScanResult result, ReportOptions options, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("tool", "HardenBuild");
        json.WriteString("version", ProductVersion.Current);
        WriteSummary(json, result);
        json.WriteStartArray("findings");
        foreach (var reported in result.Findings)
        {
            if (options.IncludeSuppressed || !reported.IsSuppressed)
                WriteFinding(json, reported);
        }

        json.WriteEndArray();
        json.WriteStrings("files", result.Files);
        json.WriteEndObject();
    });

    private static void WriteSummary(Utf8JsonWriter json, ScanResult result)
    {
        var counts = FindingCounts.Of(result);
        json.WriteStartObject("summary");
        json.WriteNumber("errors", counts.Errors);
        json.WriteNumber("warnings", counts.Warnings);
        json.WriteNumber("suggestions", counts.Suggestions);
        json.WriteNumber("suppressed", counts.Suppressed);
        json.WriteNumber("files", result.Files.Length);
        json.WriteNumber("templatesNotRendered", result.TemplatesNotRendered);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ReportedFinding reported)
    {
        var finding = reported.Finding;
        json.WriteStartObject();
        json.WriteString("id", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Metadata.Name);
        json.WriteString("severity", reported.Severity.ToWord());
        json.WriteString("message", finding.Message);
        WriteLocation(json, finding.Location);
        json.WriteString("logicalPath", finding.LogicalPath);
        json.WriteString("fingerprint", FindingFingerprint.Of(finding));
        json.WriteString("helpUri", finding.Rule.HelpUri.OriginalString);
        if (reported.IsInBaseline)
            json.WriteBoolean("inBaseline", true);
        if (reported.SuppressedBy is { } reason)
            json.WriteString("suppressedBy", reason);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
            WriteRelated(json, related);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, RelatedLocation related)
    {
        json.WriteStartObject();
        json.WriteString("message", related.Message);
        WriteLocation(json, related.Location);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location)
    {
        var start = location.Start;
        var end = location.End;
        json.WriteString("path", location.Source.Path);
        json.WriteNumber("startLine", start.Line + 1);
        json.WriteNumber("startColumn", start.Character + 1);
        json.WriteNumber("endLine", end.Line + 1);
        json.WriteNumber("endColumn", end.Character + 1);
    }
}
