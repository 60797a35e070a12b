using System.Runtime.InteropServices;
using System.Text.Json;

namespace HardenBuild.Package.Tests;

public sealed class WebAppTests(WebAppBuild web) : IClassFixture<WebAppBuild>
{
    [Fact]
    public void Logs_what_the_sample_says_it_shows() => ExpectedFindings.Equal("WebApp", web.First);

    /// <summary>The JIT would take longer than the scan.</summary>
    [Fact]
    public void Runs_the_image_compiled_for_this_system_and_runtime()
    {
        var system = RuntimeInformation.RuntimeIdentifier;
        var folder = Environment.Version.Major == 10 && system is "linux-x64" or "win-x64" or "osx-arm64" ? $"net10.0/{system}" : "net8.0";
        Assert.EndsWith($"tasks/{folder}/HardenBuild.Tasks.dll", web.First.TaskAssembly.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Logs_errors_first() => Assert.Equal(
        web.First.Findings.Select(finding => finding.Level).OrderBy(level => level == "error" ? 0 : level == "warning" ? 1 : 2),
        web.First.Findings.Select(finding => finding.Level));

    [Fact]
    public async Task Links_the_code_to_the_page_of_its_rule()
    {
        // Binary logs leave the link out; the terminal logger shows it.
        var run = await web.Sample.Build("-tl:on");
        Assert.Contains("]8;;https://github.com/hardenbuild/hardenbuild/blob/main/docs/rules/HB1027.md", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_the_severity_of_the_editorconfig()
    {
        web.Sample.Write(".editorconfig", "root = true\n[Dockerfile]\ndotnet_diagnostic.HB1027.severity = suggestion\ndotnet_diagnostic.HB1034.severity = none\n");
        var run = await web.Sample.Build();
        web.Sample.Delete(".editorconfig");
        Assert.Equal(["message"], run.Levels("Dockerfile", "HB1027"));
        Assert.Empty(run.Levels("Dockerfile", "HB1034"));
    }

    [Fact]
    public async Task Writes_a_log_with_the_same_results_when_asked()
    {
        var run = await web.Sample.Build("-p:HardenBuildSarif=logs/hardenbuild.sarif");
        using var log = JsonDocument.Parse(web.Sample.Read("logs/hardenbuild.sarif"));
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Position);
        Assert.Equal(
            run.Findings.Select(finding => finding.Position).Order(StringComparer.Ordinal),
            results.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Writes_no_log_unasked() => Assert.Empty(Directory.GetFiles(web.Sample.Folder, "*.sarif", SearchOption.TopDirectoryOnly));

    [Fact]
    public async Task Leaves_out_what_is_excluded()
    {
        var run = await web.Sample.Build("-p:HardenBuildExclude=none/**%3BDockerfile");
        Assert.Empty(run.In("Dockerfile"));
        Assert.NotEqual(web.First.Findings.Length, run.Findings.Length);
    }

    [Fact]
    public async Task Scans_a_file_that_is_named()
    {
        web.Sample.Edit("WebApp.csproj", "</Project>", "<ItemGroup><HardenBuildInput Include=\"image.dockerfile.txt\" /></ItemGroup></Project>");
        web.Sample.Write("image.dockerfile.txt", "FROM alpine:latest\nUSER 1000\n");
        var run = await web.Sample.Build();
        web.Sample.Edit("WebApp.csproj", "<ItemGroup><HardenBuildInput Include=\"image.dockerfile.txt\" /></ItemGroup></Project>", "</Project>");
        Assert.Equal(["warning"], run.Levels("image.dockerfile.txt", "HB1027"));
    }

    [Fact]
    public async Task Gives_only_the_start_to_the_matchers_of_GitHub()
    {
        var run = await web.Sample.Build("-p:HardenBuildLogSpans=false");
        Assert.NotEmpty(run.Findings);
        Assert.All(run.Findings, finding => Assert.Equal((0, 0), (finding.EndLine, finding.EndColumn)));
    }

    private static string Position(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var line = region.GetProperty("startLine").GetInt32();
        var endLine = region.TryGetProperty("endLine", out var end) ? end.GetInt32() : line;
        return $"{Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!)}"
            + $"({line},{region.GetProperty("startColumn").GetInt32()},{endLine},{region.GetProperty("endColumn").GetInt32()}): {result.GetProperty("ruleId").GetString()}";
    }
}
