using System.Collections.Immutable;
using System.Text;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;
using Microsoft.CodeAnalysis.Sarif;
using Newtonsoft.Json.Linq;

namespace HardenBuild.Sarif.Tests;

public sealed class SarifLogTests
{
    [Fact]
    public void Clean_scan_has_an_empty_results_array()
    {
        var run = Json(Sample.Result())["runs"]![0]!;

        Assert.Empty(Assert.IsType<JArray>(run["results"]));
        Assert.IsType<JArray>(run["tool"]!["driver"]!["rules"]);
    }

    [Fact]
    public void Loads_back_as_it_was_written()
    {
        var text = Write(Sample.Result(Sample.Reported("Image 'alpine' has no tag")));

        var log = SarifLog.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        var result = Assert.Single(Assert.Single(log.Runs).Results);
        Assert.Equal("HB1999", result.RuleId);
        Assert.Equal(0, result.RuleIndex);
        Assert.Equal("Image 'alpine' has no tag.", result.Message.Text);
        Assert.Equal(FailureLevel.Warning, result.Level);
    }

    [Fact]
    public void Positions_are_one_based_and_the_end_is_past_the_span()
    {
        var region = FirstResult(Sample.Reported("m"))["locations"]![0]!["physicalLocation"]!["region"]!;

        Assert.Equal((1, 6, 12), ((int)region["startLine"]!, (int)region["startColumn"]!, (int)region["endColumn"]!));
    }

    [Theory]
    [InlineData("src/Dockerfile", "src/Dockerfile")]
    [InlineData("my app/Dockerfile", "my%20app/Dockerfile")]
    [InlineData("a:b#c?d%e.yaml", "a%3Ab%23c%3Fd%25e.yaml")]
    [InlineData("größe/[x].yaml", "gr%C3%B6%C3%9Fe/%5Bx%5D.yaml")]
    public void Paths_are_relative_percent_encoded_uris(string path, string expected)
    {
        var location = FirstResult(Sample.Reported("m", path: path))["locations"]![0]!["physicalLocation"]!["artifactLocation"]!;

        Assert.Equal(expected, (string?)location["uri"]);
        Assert.Equal("SRCROOT", (string?)location["uriBaseId"]);
    }

    [Theory]
    [InlineData(RuleSeverity.Error, "error")]
    [InlineData(RuleSeverity.Warning, "warning")]
    [InlineData(RuleSeverity.Suggestion, "note")]
    [InlineData(RuleSeverity.Silent, "note")]
    public void Level_is_the_severity_in_force_whatever_the_default_is(RuleSeverity severity, string level)
    {
        foreach (var byDefault in new[] { RuleSeverity.Error, RuleSeverity.Warning, RuleSeverity.Suggestion })
        {
            var run = Json(Sample.Result(Sample.Reported("m", severity, rule: new SampleRule(severity: byDefault))))["runs"]![0]!;

            Assert.Equal(level, EffectiveLevel(run));
        }
    }

    [Theory]
    [InlineData(SecuritySeverity.Critical, "9.5")]
    [InlineData(SecuritySeverity.High, "8.0")]
    [InlineData(SecuritySeverity.Medium, "5.5")]
    [InlineData(SecuritySeverity.Low, "2.5")]
    [InlineData(SecuritySeverity.None, null)]
    public void Security_severity_is_a_number_in_a_string(SecuritySeverity severity, string? expected)
    {
        var property = FirstRule(new SampleRule { SecuritySeverity = severity })["properties"]!["security-severity"];

        Assert.Equal(expected, (string?)property);
        Assert.True(property is null || property.Type == JTokenType.String);
    }

    [Fact]
    public void Rule_tells_precision_and_problem_severity()
    {
        var properties = FirstRule(new SampleRule { Precision = RulePrecision.Medium })["properties"]!;

        Assert.Equal("medium", (string?)properties["precision"]);
        Assert.Equal("error", (string?)properties["problem.severity"]);
        Assert.Equal(["security", "dockerfile", "external/cwe/cwe-250"], properties["tags"]!.Values<string>());
    }

    [Fact]
    public void At_most_nine_tags_are_given() =>
        Assert.Equal(9, FirstRule(new SampleRule { Weaknesses = 20 })["properties"]!["tags"]!.Count());

    [Fact]
    public void Descriptions_fit_the_limit_of_code_scanning()
    {
        var rule = FirstRule(new SampleRule { Rationale = new string('a', 2000) });

        foreach (var text in new[] { rule["shortDescription"], rule["fullDescription"], rule["help"] })
            Assert.InRange(((string)text!["text"]!).Length, 1, 1024);
        Assert.StartsWith("# HB1999 SampleOffence", (string?)rule["help"]!["markdown"], StringComparison.Ordinal);
    }

    [Fact]
    public void Suppressed_findings_are_left_out_unless_asked_for()
    {
        var result = Sample.Result(Sample.Reported("m", suppressedBy: "known"));

        Assert.Empty(Json(result)["runs"]![0]!["results"]!);
        var suppression = Json(result, new ReportOptions { IncludeSuppressed = true })["runs"]![0]!["results"]![0]!["suppressions"]![0]!;
        Assert.Equal("inSource", (string?)suppression["kind"]);
        Assert.Equal("known", (string?)suppression["justification"]);
    }

    [Fact]
    public void Related_locations_are_linked_from_the_message()
    {
        var source = SourceText.From("compose.yaml", "a: 1\nb: 2\n");
        var reported = Sample.Reported("Two places");
        var finding = reported.Finding with
        {
            Related = [new(source.At(new TextSpan(5, 1)), "service [b]")],
            LogicalPath = "Deployment/api/container/web",
        };

        var result = FirstResult(reported with { Finding = finding });

        Assert.Equal(@"Two places. See also: [service \[b\]](1).", (string?)result["message"]!["text"]);
        var related = Assert.Single(result["relatedLocations"]!);
        Assert.Equal(1, (int)related["id"]!);
        Assert.Equal(2, (int)related["physicalLocation"]!["region"]!["startLine"]!);
        var logical = result["locations"]![0]!["logicalLocations"]![0]!;
        Assert.Equal("Deployment/api/container/web", (string?)logical["fullyQualifiedName"]);
        Assert.Equal("web", (string?)logical["name"]);
    }

    [Fact]
    public void Hostile_text_is_neither_a_link_nor_a_command()
    {
        var text = (string?)FirstResult(Sample.Reported("'\u001b[31m##vso[task.complete]' and [x](http://evil)"))["message"]!["text"];

        Assert.Equal(@"'\u001b\[31m# #vso\[task.complete\]' and \[x\](http://evil).", text);
    }

    [Fact]
    public void Unreadable_paths_are_notifications()
    {
        var invocation = Json(Sample.Result() with { PathErrors = ["'x' does not exist"] })["runs"]![0]!["invocations"]![0]!;

        Assert.False((bool)invocation["executionSuccessful"]!);
        Assert.Equal("'x' does not exist.", (string?)invocation["toolExecutionNotifications"]![0]!["message"]!["text"]);
    }

    [Fact]
    public void Carries_both_fingerprints()
    {
        var prints = FirstResult(Sample.Reported("m"))["partialFingerprints"]!;

        Assert.Equal(32, ((string)prints["hardenbuild/v1"]!).Length);
        Assert.EndsWith(":1", (string)prints["primaryLocationLineHash"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_sorted_and_results_point_at_them()
    {
        var run = Json(Sample.Result(
            Sample.Reported("m", rule: new SampleRule("HB3001")),
            Sample.Reported("m", rule: new SampleRule("HB1001"))))["runs"]![0]!;

        Assert.Equal(["HB1001", "HB3001"], run["tool"]!["driver"]!["rules"]!.Select(rule => (string?)rule["id"]));
        Assert.Equal([1, 0], run["results"]!.Select(result => (int)result["ruleIndex"]!));
    }

    [Fact]
    public void Log_names_no_machine_and_no_time()
    {
        var result = Sample.Result(Sample.Reported("m"));

        Assert.Equal(Write(result), Write(result with { Root = "/elsewhere" }));
        Assert.DoesNotContain("/repository", Write(result), StringComparison.Ordinal);
        Assert.Equal("hardenbuild/", (string?)Json(result)["runs"]![0]!["automationDetails"]!["id"]);
        Assert.Equal("utf16CodeUnits", (string?)Json(result)["runs"]![0]!["columnKind"]);
    }

    // SARIF 2.1.0, section 3.27.10: a result without a level has its rule's default one, and without that "warning".
    private static string? EffectiveLevel(JToken run) =>
        (string?)run["results"]![0]!["level"]
        ?? (string?)run["tool"]!["driver"]!["rules"]![0]!["defaultConfiguration"]?["level"]
        ?? "warning";

    private static JToken FirstResult(ReportedFinding reported) => Json(Sample.Result(reported))["runs"]![0]!["results"]![0]!;

    private static JToken FirstRule(SampleRule rule) => Json(Sample.Result(Sample.Reported("m", rule: rule)))["runs"]![0]!["tool"]!["driver"]!["rules"]![0]!;

    private static JObject Json(ScanResult result, ReportOptions? options = null) => JObject.Parse(Write(result, options));

    private static string Write(ScanResult result, ReportOptions? options = null)
    {
        using var output = new StringWriter();
        new SarifLogWriter().Write(result, options ?? new ReportOptions(), output);
        return output.ToString();
    }
}
