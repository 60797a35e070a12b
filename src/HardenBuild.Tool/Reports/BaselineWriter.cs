using HardenBuild.Configuration.Baselines;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Tool.Reports;

/// <summary>The findings of a scan as a baseline, sorted by path, rule and fingerprint, so that two people who write it make the same lines.</summary>
internal sealed class BaselineWriter : IFindingWriter
{
    public void Write(ScanResult result, ReportOptions options, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Baseline.Version);
        json.WriteStartArray("findings");
        foreach (var (path, rule, fingerprint, count) in Entries(result))
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", fingerprint);
            json.WriteString("rule", rule);
            json.WriteString("path", path);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Whether a finding is of those that a report shows.</summary>
    public static bool Holds(ReportedFinding reported) => !reported.IsSuppressed && reported.Severity >= RuleSeverity.Suggestion;

    private static IEnumerable<(string Path, string Rule, string Fingerprint, int Count)> Entries(ScanResult result) => result.Findings
        .Where(Holds)
        .Select(static reported => (reported.Finding.Location.Source.Path, reported.Finding.Rule.Id, Fingerprint: FindingFingerprint.Of(reported.Finding)))
        .GroupBy(static entry => entry)
        .OrderBy(static group => group.Key.Path, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Id, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Fingerprint, StringComparer.Ordinal)
        .Select(static group => (group.Key.Path, group.Key.Id, group.Key.Fingerprint, group.Count()));
}
