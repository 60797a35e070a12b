using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HardenBuild.Reporting;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Scoring;

namespace HardenBuild.Tool.Reports;

/// <summary>The points of each Kubernetes object in the JSON that kubesec prints, for whoever compares or gates on its score.</summary>
internal sealed class KubesecWriter : IFindingWriter
{
    public void Write(ScanResult result, ReportOptions options, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var score in result.Scores)
            Write(json, score);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ManifestScore score)
    {
        json.WriteStartObject();
        json.WriteString("object", score.Name);
        json.WriteBoolean("valid", score.Problem is null);
        json.WriteString("fileName", score.Path);
        json.WriteString("message", Message(score));
        json.WriteNumber("score", score.Points);
        json.WriteStartObject("scoring");
        Write(json, "critical", score.Critical);
        Write(json, "passed", score.Passed);
        Write(json, "advise", score.Advised);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(ManifestScore score)
    {
        if (score.Problem is { } problem)
            return problem;
        var points = score.Points.ToString(CultureInfo.InvariantCulture);
        return score switch
        {
            { IsJudged: false } => "There is nothing to score in an object of this kind",
            { Points: >= 0 } => $"Passed with a score of {points} points",
            _ => $"Failed with a score of {points} points",
        };
    }

    // A list without checks is left out, as kubesec does.
    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<ScoredCheck> checks)
    {
        if (checks.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("id", check.Id);
            json.WriteString("selector", check.Selector);
            json.WriteString("reason", check.Reason);
            json.WriteString("href", check.HelpUri.OriginalString);
            json.WriteNumber("points", check.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
