using System.Text.Json;

namespace HardenBuild.Package.Tests;

/// <summary>The compiler's own log, which holds suggestions, that it does not print.</summary>
internal static class CompilerLog
{
    /// <summary>What it says about one file, in MSBuild's words, sorted.</summary>
    public static IEnumerable<string> Read(string log, string fileName)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString()!.EndsWith("/" + fileName, StringComparison.Ordinal))
            .Select(Show)
            .Order(StringComparer.Ordinal)];
    }

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string Show(JsonElement result)
    {
        var region = Place(result).GetProperty("region");
        var level = result.GetProperty("level").GetString();
        return $"({Number("startLine")},{Number("startColumn")},{Number("endLine")},{Number("endColumn")}) {(level == "note" ? "message" : level)} {result.GetProperty("ruleId").GetString()} {result.GetProperty("message").GetProperty("text").GetString()}";

        int Number(string name) => region.GetProperty(name).GetInt32();
    }
}
