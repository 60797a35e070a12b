using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Compose files on their way through the scan: grouping, variables, severities.</summary>
public sealed class ComposeScanTests
{
    private const string Shareable = "services:\n  web:\n    image: a:1\n    ipc: shareable\n";

    [Theory]
    [InlineData("", RuleSeverity.Suggestion)]
    [InlineData("[*]\ndotnet_diagnostic.HB2009.severity = error\n", RuleSeverity.Error)]
    [InlineData("[*]\ndotnet_diagnostic.HB2009.severity = default\n", RuleSeverity.Suggestion)]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-HardenBuild.Compose.severity = warning\n", RuleSeverity.Warning)]
    public void Lowers_a_mild_case_unless_someone_configured_the_rule(string editorConfig, RuleSeverity expected) =>
        Assert.Equal(expected, Assert.Single(Scan(editorConfig, "HB2009", Input("compose.yaml", Shareable))).Severity);

    [Fact]
    public void Does_not_raise_what_is_silenced() => Assert.Empty(
        Scan("[*]\ndotnet_diagnostic.HB2009.severity = none\n", "HB2009", Input("compose.yaml", Shareable)));

    [Fact]
    public void Puts_a_finding_into_the_file_that_decides()
    {
        var findings = Scan(
            "",
            "HB2001",
            Input("a/compose.yaml", "services:\n  web:\n    image: a:1\n"),
            Input("a/compose.override.yaml", "services:\n  web:\n    privileged: ${P}\n") with { Variables = SourceText.From("a/.env", "P=true\n") },
            Input("b/compose.yaml", "services:\n  web:\n    image: a:1\n    privileged: ${P}\n"));
        Assert.Equal("a/compose.override.yaml", Assert.Single(findings).Finding.Location.Source.Path);
    }

    [Fact]
    public void Names_the_values_that_the_reported_one_overrides()
    {
        var finding = Assert.Single(Scan(
            "",
            "HB2001",
            Input("compose.yaml", "services:\n  web:\n    image: a:1\n    privileged: false\n"),
            Input("compose.override.yaml", "services:\n  web:\n    privileged: 'true'\n"))).Finding;
        var related = Assert.Single(finding.Related);
        Assert.Equal("compose.override.yaml", finding.Location.Source.Path);
        Assert.Equal(("compose.yaml", "false"), (related.Location.Source.Path, related.Location.Source.Substring(related.Location.Span)));
    }

    [Fact]
    public void Names_no_place_where_nothing_is_overridden() => Assert.Empty(
        Assert.Single(Scan(
            "",
            "HB2001",
            Input("compose.yaml", "services:\n  web:\n    image: a:1\n"),
            Input("compose.override.yaml", "services:\n  web:\n    privileged: true\n"))).Finding.Related);

    [Fact]
    public void Silences_a_service_with_a_comment_above_it()
    {
        var findings = Scan("", "HB2008", Input("compose.yaml", "services:\n  # hardenbuild:disable=HB2008 -- tracing\n  web:\n    image: a:1\n    pid: host\n"));
        Assert.Equal("tracing", Assert.Single(findings).SuppressedBy);
    }

    [Fact]
    public void Silences_a_gap_for_one_service_and_leaves_the_others()
    {
        var findings = Scan("", "HB2016", Input("compose.yaml", "services:\n  # hardenbuild:disable=HB2016 -- sudo\n  web:\n    image: a:1\n  api:\n    image: a:1\n  db:\n    image: a:1\n"));
        var reported = Assert.Single(findings, finding => finding.SuppressedBy is null).Finding;
        Assert.Equal("service api", reported.LogicalPath);
        Assert.Single(reported.Related);
        Assert.Equal("sudo", Assert.Single(findings, finding => finding.SuppressedBy is not null).SuppressedBy);
    }

    [Fact]
    public void Silences_one_open_port_and_leaves_the_others()
    {
        var findings = Scan("", "HB2036", Input("compose.yaml", "services:\n  web:\n    image: a:1\n    ports:\n      - 8080:80 # hardenbuild:disable=HB2036 -- for everyone\n      - 8081:81\n"));
        Assert.Equal(6, Assert.Single(findings, finding => finding.SuppressedBy is null).Finding.Location.Start.Line + 1);
        Assert.Single(findings, finding => finding.SuppressedBy == "for everyone");
    }

    [Fact]
    public void Silences_a_gap_at_the_head_of_the_file() => Assert.NotNull(
        Assert.Single(Scan("", "HB2016", Input("compose.yaml", "# hardenbuild:disable=HB2016 -- the daemon does it\nservices:\n  web:\n    image: a:1\n  api:\n    image: a:1\n"))).SuppressedBy);

    private static InputText Input(string path, string text) => new(SourceText.From(path, text), InputFormat.Compose);

    private static List<ReportedFinding> Scan(string editorConfig, string id, params InputText[] inputs)
    {
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", editorConfig))]);
        var selection = new RuleSelection(new SeverityResolver(configuration, RuleMode.Default, "/repository"), [id]);
        return [.. new TextScan(selection, useSuppressions: true).Run(inputs, TestContext.Current.CancellationToken).Where(reported => reported.Finding.Rule.Id == id)];
    }
}
