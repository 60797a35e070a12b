using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class PeerSuppressionTests
{
    private const string Base = "FROM mcr.microsoft.com/dotnet/aspnet";

    [Theory]
    [InlineData("# hadolint ignore=DL3007\n@:latest\nUSER 1", "")]
    [InlineData("#hadolint  ignore = DL3007 , SC2086 # moves nightly\n@:latest\nUSER 1", "moves nightly")]
    [InlineData("# hadolint ignore=DL3007\n\n# more\n@:latest\nUSER 1", "")]
    [InlineData("@:latest\nUSER 1\n# hadolint global ignore=DL3007", "")]
    [InlineData("# hadolint stage ignore=DL3002,DL3007\n@:latest\nUSER root", "")]
    [InlineData("@:9.0\n# hadolint ignore=DL3002\nUSER root", "")]
    [InlineData("# check=skip=SecretsUsedInArgOrEnv\n@:9.0\nARG API_TOKEN\nUSER 1", "")]
    [InlineData("# check=error=true;skip=StageNameCasing, SecretsUsedInArgOrEnv\n@:9.0\nARG API_TOKEN\nUSER 1", "")]
    [InlineData("# syntax=docker/dockerfile:1\n# check=skip=all\n@:9.0\nARG API_TOKEN\nUSER 1", "")]
    [InlineData("@:9.0\n# check=skip=SecretsUsedInArgOrEnv,X why\nARG API_TOKEN\nUSER 1", "")]
    [InlineData("# trivy:ignore:DS-0001\n@:latest\nUSER 1", "")]
    [InlineData("#trivy:ignore:AVD-DS-0001 trivy:ignore:DS002 both are known\n@:latest\nUSER 1", "both are known")]
    [InlineData("# trivy:ignore:DS001:exp:2026-11-24\n# trivy:ignore:DS-0002\n@:latest\nUSER 1", "")]
    [InlineData("# tfsec:ignore:*\n@:latest\nUSER 1", "")]
    [InlineData("# trivy:ignore:DS-0002\nFROM a:1", "")]
    [InlineData("# trivy:ignore:DS-0002\nFROM a:1 AS one\nFROM b:1", "")]
    [InlineData("# trivy:ignore:DS-0002\nFROM a:1 AS one\n@:9.0", "")]
    [InlineData("FROM a:1\nCOPY a b\n# checkov:skip=CKV_DOCKER_3:runs as root", "runs as root")]
    [InlineData("# why bridgecrew:skip=CKV_DOCKER_7,CKV_DOCKER_3\n@:latest", "")]
    [InlineData("# cortex:skip= CKV_DOCKER_8: for now\n@:9.0\nUSER root", "for now")]
    [InlineData("# header\n# kics-scan ignore\n@:latest\nUSER root", "")]
    [InlineData("# kics-scan disable=f45ea400-6bbe-4501-9fc7-1c3d75c32067\n@:latest\nUSER 1", "")]
    [InlineData("# kics-scan disable=image_version_using_latest,00000000-0000-0000-0000-000000000000\n@:latest\nUSER 1", "")]
    [InlineData("# kics-scan enable=67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae\n@:latest\nUSER 1", "")]
    [InlineData("# kics-scan ignore-block\n@:latest\nUSER root", "")]
    [InlineData("@:9.0\n# kics-scan ignore-line\nUSER root", "")]
    [InlineData("# nosemgrep: dockerfile.security.missing-user.missing-user\nFROM a:1\nCMD [\"x\"]", "")]
    [InlineData("@:9.0\nRUN sudo make # nosem\nUSER 1", "")]
    [InlineData("@:9.0\nRUN a && \\\n  sudo make # nosemgrep:no-sudo-in-dockerfile\nUSER 1", "")]
    [InlineData("# NOSONAR the token is public\n@:9.0\n# NOSONAR the token is public\nENV API_TOKEN=a\nUSER 1", "the token is public")]
    [InlineData("@:9.0\n# NOSONAR(docker:S6472)\nENV API_TOKEN=a\nUSER 1", "")]
    public void Silences_what_the_other_tool_would_say(string text, string reason)
    {
        var reported = Scan(text);

        Assert.Empty(Ids(reported.Where(finding => finding.SuppressedBy is null && finding.Finding.Rule.Id != "HB0005")));
        Assert.All(reported.Where(finding => finding.SuppressedBy is not null), finding => Assert.Equal(reason, finding.SuppressedBy));
        Assert.Contains(reported, finding => finding.SuppressedBy is not null);
    }

    [Theory]
    // hadolint's own conditions: directly above, and names that it can read.
    [InlineData("# hadolint ignore=DL3002\n@:9.0\nUSER root", "HB1034")]
    [InlineData("@:9.0\n# hadolint ignore=crazy,DL3002\nUSER root", "HB1034")]
    [InlineData("@:9.0\n# hadolint ignore=DL3002 because\nUSER root", "HB1034")]
    [InlineData("# hadolint stage ignore=DL3007\nFROM a:1\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# we use hadolint ignore=DL3007\n@:latest\nUSER 1", "HB1027")]
    [InlineData("\n@:9.0\n# check=skip=SecretsUsedInArgOrEnv\nUSER 1\nARG API_TOKEN", "HB1045")]
    [InlineData("\n# check=skip=SecretsUsedInArgOrEnv\n@:9.0\nARG API_TOKEN\nUSER 1", "HB1045")]
    [InlineData("# check=error=true\n@:9.0\nARG API_TOKEN\nUSER 1", "HB1045")]
    [InlineData("# trivy:ignore:DS-0001:exp:2026-11-23\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# trivy:ignore:DS-0001:exp:tomorrow\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# trivy:ignore:DS-0003\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# checkov skip=CKV_DOCKER_7\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# mycheckov:skip=CKV_DOCKER_7\n@:latest\nUSER 1", "HB1027")]
    [InlineData("@:latest\nUSER 1\n# kics-scan ignore", "HB1027")]
    [InlineData("# kics-scan enable=f45ea400-6bbe-4501-9fc7-1c3d75c32067\n@:latest\nUSER 1", "HB1027")]
    [InlineData("# kics-scan ignore-line\n@:9.0\nUSER root", "HB1034")]
    [InlineData("@:9.0\nRUN sudo make '# nosem'\nUSER 1", "HB1037")]
    [InlineData("@:9.0\nRUN echo a#nosem && sudo make\nUSER 1", "HB1037")]
    [InlineData("# nosemantics\n@:9.0\nRUN sudo make\nUSER 1", "HB1037")]
    [InlineData("@:9.0\n# nosemgrep: other.rule\nRUN sudo make\nUSER 1", "HB1037")]
    public void Reaches_no_further_than_the_other_tool(string text, string id) =>
        Assert.Equal([id], Ids(Scan(text).Where(finding => finding.SuppressedBy is null && finding.Finding.Rule.Id != "HB0005")));

    [Theory]
    [InlineData("# hadolint ignore=DL9999,SC2086\n# trivy:ignore:DS-9999\n# checkov:skip=CKV_AWS_1\n# nosemgrep\n# NOSONAR\n# kics-scan ignore-block\n@:9.0\nUSER 1")]
    [InlineData("# trivy:ignore:DS-0001:exp:2020-01-01\n@:9.0\nUSER 1")]
    [InlineData("# check=skip=all\n@:9.0\nUSER 1")]
    public void Is_silent_about_comments_that_are_none_of_its_business(string text) => Assert.Empty(Scan(text));

    [Fact]
    public void Reports_unused_comments_once_a_tool_and_never_above_a_suggestion()
    {
        var reported = Scan(
            "# hadolint ignore=DL3007\n# trivy:ignore:DS-0001\n@:9.0\n# hadolint ignore=DL3002\nUSER 1\n",
            "[*]\ndotnet_diagnostic.HB0005.severity = error\n");

        Assert.Equal(["HB0005", "HB0005"], Ids(reported));
        Assert.All(reported, finding => Assert.Equal(RuleSeverity.Suggestion, finding.Severity));
        Assert.Equal("Nothing here is reported as 'DL3007', so the suppression has no effect; remove it unless hadolint still needs it", reported[0].Finding.Message);
        Assert.Equal("DL3002", Text(Assert.Single(reported[0].Finding.Related).Location));
    }

    [Fact]
    public void One_name_for_several_rules_is_used_by_any_of_them() =>
        Assert.DoesNotContain("HB0005", Ids(Scan("# trivy:ignore:DS-0001\n@\nUSER 1")));

    [Fact]
    public void Comments_to_several_tools_about_one_place_are_all_used() =>
        Assert.DoesNotContain("HB0005", Ids(Scan("# hadolint ignore=DL3007\n# trivy:ignore:DS-0001\n# checkov:skip=CKV_DOCKER_7:moves nightly\n@:latest\nUSER 1\n")));

    // What an image lacks is reported at FROM, and silenced above the first one.
    [Theory]
    [InlineData("# hadolint global ignore=DL3057", "HB1156")]
    [InlineData("# trivy:ignore:AVD-DS-0026", "HB1156")]
    [InlineData("# checkov:skip=CKV_DOCKER_2", "HB1156")]
    [InlineData("# hadolint global ignore=DL3049", "HB1161")]
    [InlineData("# hardenbuild:disable=HB1156,HB1161", "HB1156,HB1161")]
    public void Silences_what_the_image_lacks(string comment, string rules)
    {
        const string Settings = "[*]\ndotnet_diagnostic.HB1156.severity = warning\ndotnet_diagnostic.HB1161.severity = warning\nhardenbuild.required_labels = owner\n";
        var reported = Scan(comment + "\nFROM a:1 AS build\n@:9.0\nUSER 1\nCMD [\"a\"]\n", Settings).ToList();

        Assert.Equal(["HB1156", "HB1161"], Ids(reported).Distinct().Where(static id => id is "HB1156" or "HB1161"));
        Assert.Equal(rules.Split(','), Ids(reported.Where(static finding => finding.SuppressedBy is not null)).Distinct());
    }

    [Theory]
    [InlineData("hardenbuild.peer_suppressions = false", "HB1027,HB1034")]
    [InlineData("hardenbuild.peer_suppressions = trivy, KICS", "HB1027")]
    [InlineData("hardenbuild.unsuppressible = HB1027", "HB1027")]
    public void Configuration_decides_which_comments_count(string setting, string expected) =>
        Assert.Equal(
            expected.Split(','),
            Ids(Scan("# hadolint ignore=DL3007\n@:latest\n# trivy:ignore:DS-0002\nUSER root", $"[*]\n{setting}\n").Where(finding => finding.SuppressedBy is null)));

    [Fact]
    public void A_required_reason_is_asked_for_in_the_form_of_the_other_tool()
    {
        var reported = Scan("# hadolint ignore=DL3007\n# hadolint ignore=DL9999\n@:latest\nUSER 1", "[*]\nhardenbuild.require_suppression_reason = true\n");

        Assert.Equal(
            "Suppression of 'DL3007' gives no reason, which this repository requires; add '# reason'",
            Assert.Single(reported, finding => finding.Finding.Rule.Id == "HB0006").Finding.Message);
    }

    [Theory]
    [InlineData("FROM a:1\n# hadolint shell=powershell\nRUN sudo make\nUSER 1", false)]
    [InlineData("# hadolint shell = powershell.exe # windows\nFROM a:1\nRUN sudo make\nUSER 1", false)]
    [InlineData("FROM a:1\n# hadolint shell=bash\nRUN sudo make\nUSER 1", true)]
    [InlineData("FROM a:1\n# hadolint shell=powershell\nSHELL [\"bash\", \"-c\"]\nRUN sudo make\nUSER 1", true)]
    [InlineData("FROM a:1\n# hadolint shell=powershell\nRUN x\nFROM b:1\nRUN sudo make\nUSER 1", true)]
    [InlineData("FROM a:1 AS a\n# hadolint shell=powershell\nRUN x\nFROM a\nRUN sudo make\nUSER 1", false)]
    public void A_comment_sets_the_shell_of_the_base_image(string text, bool isReported) =>
        Assert.Equal(isReported, Ids(Scan(text)).Contains("HB1037"));

    [Fact]
    public void Compose_knows_the_comments_of_KICS()
    {
        const string Text = "services:\n  # kics-scan ignore-block\n  web:\n    image: nginx:1.29\n    privileged: true\n  api:\n    image: nginx:1.29\n    privileged: true\n";
        var reported = Scan(SourceText.From("compose.yaml", Text), InputFormat.Compose, "");

        Assert.Equal([true, false], reported.Where(finding => finding.Finding.Rule.Id == "HB2001").Select(finding => finding.SuppressedBy is not null));
    }

    [Fact]
    public void Many_comments_in_a_long_line_cost_linear_time()
    {
        var text = "FROM a:1\nRUN x " + string.Concat(Enumerable.Repeat("#nosem trivy:ignore:DS-0001 ", 50_000)) + "\nUSER 1\n";

        Assert.NotNull(Scan(text));
    }

    private static IEnumerable<string> Ids(IEnumerable<ReportedFinding> findings) => findings.Select(finding => finding.Finding.Rule.Id);

    private static string Text(SourceLocation location) => location.Source.Substring(location.Span);

    private static List<ReportedFinding> Scan(string text, string settings = "") =>
        Scan(SourceText.From("Dockerfile", text.Replace("@", Base, StringComparison.Ordinal)), InputFormat.Dockerfile, settings);

    /// <summary>What is said in mode default, without rules that the texts here are not about.</summary>
    private static List<ReportedFinding> Scan(SourceText source, InputFormat format, string settings)
    {
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", settings))]);
        var selection = new RuleSelection(
            new SeverityResolver(configuration, RuleMode.Default, "/repository"),
            ["HB1026", "HB1027", "HB1034", "HB1035", "HB1037", "HB1045", "HB1156", "HB1161", "HB2001", "HB7011"]);
        return new TextScan(selection, useSuppressions: true).Run([new InputText(source, format)], TestContext.Current.CancellationToken);
    }
}
