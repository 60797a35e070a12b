using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Sarif.Tests;

/// <summary>A scan's result made of one file's text, and a rule whose facts a test chooses.</summary>
internal static class Sample
{
    public static ScanResult Result(params ReportedFinding[] findings) => new()
    {
        Root = "/repository",
        Findings = [.. findings],
        Files = [.. findings.Select(finding => finding.Finding.Location.Source.Path).Distinct()],
    };

    public static ReportedFinding Reported(
        string message,
        RuleSeverity severity = RuleSeverity.Warning,
        string path = "src/Dockerfile",
        SampleRule? rule = null,
        string? suppressedBy = null) => new(At(message, path, rule ?? new SampleRule()), severity, suppressedBy);

    // "alpine" in the first line.
    private static Finding At(string message, string path, Rule rule) =>
        new(rule, SourceText.From(path, "FROM alpine\nRUN true\n").At(new TextSpan(5, 6)), [message]);
}
