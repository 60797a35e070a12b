using System.Collections.Immutable;
using HardenBuild.Core.Tests.Discovery;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class PeerConfigurationTests
{
    private const string Dockerfile = "FROM debian:latest\nUSER root\nRUN sudo make\n";

    [Theory]
    [InlineData(".hadolint.yaml", "ignored:\n  - DL3007\n  - SC2086\n", "HB1027 None")]
    [InlineData(".hadolint.yml", "ignored: [DL3002]\n", "HB1034 None")]
    [InlineData(".hadolint.yaml", "override:\n  error: [DL3007]\n  style: [DL3004]\n", "HB1027 Error, HB1037 Suggestion")]
    [InlineData(".hadolint.yaml", "override:\n  error: [DL3007]\nignored: [DL3007]\n", "HB1027 None")]
    [InlineData(".trivyignore", "# accepted\nAVD-DS-0001 exp:2026-11-24\nCVE-2024-1\n", "HB1027 None")]
    [InlineData(".trivyignore", "DS002 # for now\n", "HB1034 None")]
    [InlineData(".trivyignore", "DS-0001 exp:2026-11-23\n", "")]
    [InlineData(".trivyignore.yaml", "misconfigurations:\n  - id: AVD-DS-0001\n    paths: ['**/Dockerfile', x]\n    statement: why\n", "HB1027 None")]
    [InlineData(".trivyignore.yaml", "misconfigurations:\n  - id: DS-0001\n    expired_at: 2026-11-23\n  - id: DS-0002\n    paths: [Dockerfile]\n", "")]
    [InlineData(".hadolint.yaml", "ignored: {a: [\n", "")]
    [InlineData(".hadolint.yaml", "- x\n", "")]
    [InlineData(".trivyignore.yaml", "misconfigurations: x\n", "")]
    public void Decides_about_the_rules_that_decide_the_same(string name, string text, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, text);
        folder.Write("app/Dockerfile", Dockerfile);

        var findings = Scan(folder);

        var changes = from id in new[] { "HB1027", "HB1034", "HB1037" }
                      let severity = findings.SingleOrDefault(finding => finding.Finding.Rule.Id == id)?.Severity ?? RuleSeverity.None
                      where severity != Find(id).DefaultSeverity
                      select $"{id} {severity}";
        Assert.Equal(expected, string.Join(", ", changes));
    }

    [Fact]
    public void Stands_below_editorconfig()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".hadolint.yaml", "ignored: [DL3007]\n");
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.HB1027.severity = error\n");
        folder.Write("Dockerfile", Dockerfile);

        var findings = Scan(folder);

        Assert.Equal(RuleSeverity.Error, findings.Single(finding => finding.Finding.Rule.Id == "HB1027").Severity);
        Assert.DoesNotContain(findings, finding => finding.Finding.Rule.Id == "HB0012");
    }

    [Fact]
    public void The_nearest_file_of_a_tool_counts_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".hadolint.yaml", "ignored: [DL3007]\n");
        folder.Write("app/.hadolint.yaml", "ignored: [DL3002]\n");
        folder.Write("app/api/Dockerfile", Dockerfile);

        var ids = Ids(folder);

        Assert.Contains("HB1027", ids);
        Assert.DoesNotContain("HB1034", ids);
    }

    [Fact]
    public void Is_read_above_the_scanned_file_up_to_the_root()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".trivyignore", "DS-0002\n");
        folder.Write("repository/.hadolint.yaml", "ignored: [DL3007]\n");
        folder.Write("repository/app/Dockerfile", Dockerfile);
        var root = Path.Combine(folder.Path, "repository");

        var ids = Scanner.Scan(new ScanOptions { Paths = [Path.Combine(root, "app", "Dockerfile")], Root = root }, TestContext.Current.CancellationToken)
            .Findings.Select(finding => finding.Finding.Rule.Id).ToList();

        Assert.DoesNotContain("HB1027", ids);
        Assert.Contains("HB1034", ids);
    }

    [Fact]
    public void Is_not_read_without_configuration()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".hadolint.yaml", "ignored: [DL3007]\n");
        folder.Write("Dockerfile", Dockerfile);

        var result = Scanner.Scan(new ScanOptions { Paths = [folder.Path], Root = folder.Path, UseConfiguration = false }, TestContext.Current.CancellationToken);

        Assert.Contains(result.Findings, finding => finding.Finding.Rule.Id == "HB1027");
        Assert.DoesNotContain(result.Findings, finding => finding.Finding.Rule.Id == "HB0012");
    }

    [Fact]
    public void Disabled_pragmas_of_hadolint_silence_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".hadolint.yaml", "disable-ignore-pragma: true\n");
        folder.Write("Dockerfile", "# hadolint ignore=DL3007\nFROM debian:latest\n# trivy:ignore:DS-0002\nUSER root\n");

        var reported = Scan(folder).Where(finding => finding.SuppressedBy is null).Select(finding => finding.Finding.Rule.Id);

        Assert.Contains("HB1027", reported);
        Assert.DoesNotContain("HB1034", reported);
    }

    [Theory]
    [InlineData(".hadolint.yaml", "ignored: [DL3007]\noverride: {error: [DL3002]}\n", "[*]; dotnet_diagnostic.HB1034.severity = error; dotnet_diagnostic.HB1027.severity = none")]
    [InlineData(".trivyignore.yaml", "misconfigurations: [{id: DS-0010, paths: [app/Dockerfile]}]\n", "[/app/Dockerfile]; dotnet_diagnostic.HB1037.severity = none")]
    public void Says_how_editorconfig_would_say_the_same(string name, string text, string lines)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, text);
        folder.Write("Dockerfile", Dockerfile);

        var finding = Assert.Single(Scan(folder), finding => finding.Finding.Rule.Id == "HB0012");

        Assert.Equal(
            $"'{name}' decides here which rules report, where editors do not see it; write the same into .editorconfig: {lines}",
            finding.Finding.Message);
        Assert.Equal((RuleSeverity.Suggestion, name), (finding.Severity, finding.Finding.Location.Source.Path));
    }

    [Fact]
    public void Says_nothing_about_a_file_that_concerns_no_rule_or_stands_in_editorconfig_already()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".trivyignore", "CVE-2024-1\nDS-0010\n");
        folder.Write(".hadolint.yaml", "ignored: [DL9999]\nfailure-threshold: error\n");
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.HB1037.severity = none\n");
        folder.Write("Dockerfile", Dockerfile);

        Assert.DoesNotContain("HB0012", Ids(folder));
    }

    private static Rule Find(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

    private static IEnumerable<string> Ids(TemporaryFolder folder) => Scan(folder).Select(finding => finding.Finding.Rule.Id);

    private static ImmutableArray<ReportedFinding> Scan(TemporaryFolder folder) =>
        Scanner.Scan(new ScanOptions { Paths = [folder.Path], Root = folder.Path }, TestContext.Current.CancellationToken).Findings;
}
