using System.Text.Json;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Sarif.Tests;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Tests.Reports;

public sealed class JsonFindingWriterTests
{
    [Fact]
    public void Readers_get_the_exact_text_and_agents_no_command()
    {
        const string Message = "##vso[x] \u001b 'größe' \"q\"";
        using var output = new StringWriter();

        new JsonFindingWriter().Write(Sample.Result(Sample.Reported(Message, RuleSeverity.Error)), new ReportOptions(), output);

        Assert.DoesNotContain("##", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString(), c => Assert.True(c is '\n' or (>= ' ' and < '\u007f')));
        using var json = JsonDocument.Parse(output.ToString());
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal(Message, finding.GetProperty("message").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal(6, finding.GetProperty("startColumn").GetInt32());
        Assert.Equal(12, finding.GetProperty("endColumn").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32());
    }

    [Fact]
    public void Suppressed_findings_are_there_only_when_asked_for()
    {
        var result = Sample.Result(Sample.Reported("m", suppressedBy: "known"));

        Assert.Equal(0, Findings(result, new ReportOptions()).GetArrayLength());
        Assert.Equal("known", Findings(result, new ReportOptions { IncludeSuppressed = true })[0].GetProperty("suppressedBy").GetString());
    }

    private static JsonElement Findings(Scanning.ScanResult result, ReportOptions options)
    {
        using var output = new StringWriter();
        new JsonFindingWriter().Write(result, options, output);
        return JsonDocument.Parse(output.ToString()).RootElement.GetProperty("findings");
    }
}
