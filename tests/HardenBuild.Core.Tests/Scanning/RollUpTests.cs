using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Scanning;

public sealed class RollUpTests
{
    private static readonly string[] Parts = ["HB3003", "HB3005", "HB3011", "HB3027", "HB3040"];
    private static readonly string Unhardened = Manifests.Pod("containers:\n- name: web\n- name: log\n");

    [Theory]
    [InlineData(RuleMode.Default)]
    [InlineData(RuleMode.Hardened)]
    public void Whole_stands_for_its_parts_and_is_as_loud_as_the_loudest(RuleMode mode)
    {
        var finding = Assert.Single(Scan(Unhardened, mode), IsWholeOrPart);

        Assert.Equal("HB3004", finding.Finding.Rule.Id);
        Assert.Equal(RuleSeverity.Warning, finding.Severity);
    }

    [Fact]
    public void Related_locations_carry_what_the_parts_say()
    {
        var whole = Scan(Unhardened, RuleMode.Default).Single(finding => finding.Finding.Rule.Id == "HB3004").Finding;

        Assert.StartsWith("The same holds for container 'log'", whole.Related[0].Message, StringComparison.Ordinal);
        Assert.Equal(Parts, whole.Related.Skip(1).Select(related => related.Message[..6]));
        Assert.All(whole.Related.Skip(1), related => Assert.Equal(whole.Location, related.Location));
    }

    [Fact]
    public void Every_rule_reports_in_mode_all() =>
        Assert.Equal(["HB3003", "HB3004", .. Parts[1..]], Ids(Scan(Unhardened, RuleMode.All)));

    [Fact]
    public void Part_that_also_lacks_elsewhere_reports_everything() => Assert.Equal(
        ["HB3004", "HB3005"],
        Ids(Scan(Manifests.Pod("containers:\n- name: web\n- name: log\n  securityContext: {allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}\n"), RuleMode.Default)));

    [Fact]
    public void Rule_whose_severity_is_chosen_still_reports() => Assert.Equal(
        ["HB3004", "HB3005"],
        Ids(Scan(Unhardened, RuleMode.Default, "dotnet_diagnostic.HB3005.severity = error")));

    [Fact]
    public void Severity_of_the_whole_category_chooses_no_rule() => Assert.Equal(
        ["HB3004"],
        Ids(Scan(Unhardened, RuleMode.Default, "dotnet_analyzer_diagnostic.category-HardenBuild.Kubernetes.severity = error")));

    [Fact]
    public void Whole_that_is_switched_off_stands_for_nothing() =>
        Assert.Equal(Parts, Ids(Scan(Unhardened, RuleMode.Default, "dotnet_diagnostic.HB3004.severity = none")));

    [Fact]
    public void Whole_that_is_made_quieter_takes_no_louder_part_along() => Assert.Equal(
        ["HB3003", "HB3004", "HB3005", "HB3027"],
        Ids(Scan(Unhardened, RuleMode.Default, "dotnet_diagnostic.HB3004.severity = suggestion")));

    [Theory]
    [InlineData("HB3004", "HB3003 HB3005 HB3011 HB3027 HB3040")]
    [InlineData("HB3005", "HB3004")]
    public void Suppressed_findings_stand_for_nothing_and_are_used(string suppressed, string left)
    {
        var findings = Scan($"# hardenbuild:disable-file={suppressed} -- known\n" + Unhardened, RuleMode.Default);

        Assert.Equal(left.Split(' '), Ids(findings.Where(finding => !finding.IsSuppressed)));
        Assert.Equal([suppressed], findings.Where(finding => finding.IsSuppressed).Select(finding => finding.Finding.Rule.Id));
        Assert.DoesNotContain(findings, finding => finding.Finding.Rule.Category == RuleCategory.Tool);
    }

    private static bool IsWholeOrPart(ReportedFinding finding) => finding.Finding.Rule.Id == "HB3004" || Parts.Contains(finding.Finding.Rule.Id);

    private static IEnumerable<string> Ids(IEnumerable<ReportedFinding> findings) =>
        findings.Where(IsWholeOrPart).Select(finding => finding.Finding.Rule.Id).Order(StringComparer.Ordinal);

    private static List<ReportedFinding> Scan(string text, RuleMode mode, string setting = "")
    {
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", $"[*]\n{setting}\n"))]);
        var selection = new RuleSelection(new SeverityResolver(configuration, mode, "/repository"), []);
        return new TextScan(selection, useSuppressions: true)
            .Run([new InputText(SourceText.From("deployment.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken);
    }
}
