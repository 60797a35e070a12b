using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Security;
using HardenBuild.Scanning;

namespace HardenBuild.Core.Tests.Helm.Scanning;

/// <summary>What the rules for Kubernetes say about rendered charts, at the places that a person would change.</summary>
public sealed class ChartScanTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example/web:1.2
              securityContext:

        """;

    [Fact]
    public void Points_at_the_action_and_at_the_value() => RuleVerifier.Verify<ContainerPrivileged>(
        ("templates/pod.yaml", Pod + "        privileged: {{ [|.Values.privileged|] }}\n"),
        ("values.yaml", "privileged: {|#0:true|}\n"));

    [Fact]
    public void Points_at_literal_text_of_a_template() => RuleVerifier.Verify<ContainerPrivileged>(
        ("templates/pod.yaml", "{{- if .Values.enabled }}\n" + Pod + "        privileged: [|true|]\n{{- end }}\n"),
        ("values.yaml", "enabled: yes\n"));

    [Fact]
    public void Points_into_a_named_template_and_at_what_included_it() => RuleVerifier.Verify<ContainerPrivileged>(
        ("templates/pod.yaml", Pod + "        {{- {|#0:include \"web.context\" .|} | nindent 8 }}\n"),
        ("templates/_helpers.tpl", "{{- define \"web.context\" -}}\nprivileged: [|true|]\n{{- end }}\n"));

    [Fact]
    public void Finds_what_a_block_of_values_renders() => RuleVerifier.Verify<ContainerPrivileged>(
        ("templates/pod.yaml", Pod + "        {{- [|toYaml .Values.securityContext|] | nindent 8 }}\n"),
        ("values.yaml", "securityContext:\n  privileged: {|#0:true|}\n"));

    [Fact]
    public void A_branch_that_does_not_render_is_not_judged() => RuleVerifier.Verify<ContainerPrivileged>(
        ("templates/pod.yaml", Pod + "        privileged: {{ .Values.privileged }}\n{{- if .Values.more }}\n        procMount: Unmasked\n{{- end }}\n"),
        ("values.yaml", "privileged: false\nmore: false\n"));

    [Fact]
    public void Says_which_values_file_makes_it_so()
    {
        var finding = Assert.Single(Scan(
            "HB3001",
            ("templates/pod.yaml", Pod + "        privileged: {{ .Values.privileged }}\n"),
            ("values.yaml", "privileged: false\n"),
            ("values-prod.yaml", "privileged: true\n")));

        Assert.EndsWith("; only with 'values-prod.yaml'", finding.Finding.Message, StringComparison.Ordinal);
        Assert.Equal("values-prod.yaml", Assert.Single(finding.Finding.Related).Location.Source.Path);
    }

    [Fact]
    public void What_only_a_trial_renders_is_a_suggestion() => Assert.Equal(RuleSeverity.Suggestion, Assert.Single(Scan(
        "HB3001",
        ("templates/pod.yaml", Pod + "        privileged: {{ .Values.privileged }}\n"),
        ("values.yaml", "privileged: false\n"),
        ("ci/kind-values.yaml", "privileged: true\n"))).Severity);

    [Fact]
    public void The_same_finding_of_several_values_files_is_one()
    {
        var finding = Assert.Single(Scan(
            "HB3001",
            ("templates/pod.yaml", Pod + "        privileged: true\n"),
            ("values.yaml", "a: 1\n"),
            ("values-prod.yaml", "a: 2\n"),
            ("values-test.yaml", "a: 3\n")));

        Assert.DoesNotContain("only with", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("        # hardenbuild:disable=HB3001 -- node agent\n        privileged: true\n")]
    [InlineData("        {{- /* hardenbuild:disable=HB3001 -- node agent */}}\n        privileged: true\n")]
    [InlineData("        {{/* hardenbuild:disable=HB3001 -- node agent */ -}}\n        privileged: true\n")]
    [InlineData("        privileged: true # hardenbuild:disable=HB3001 -- node agent\n")]
    public void Comments_of_text_and_of_templates_silence(string tail)
    {
        var findings = Scan("HB3001", ("templates/pod.yaml", Pod + tail));

        Assert.Equal("node agent", Assert.Single(findings, static finding => finding.Finding.Rule.Id == "HB3001").SuppressedBy);
        Assert.DoesNotContain(findings, static finding => finding.Finding.Rule.Id == "HB0005");
    }

    [Fact]
    public void A_comment_of_a_template_that_silences_nothing_is_said() => Assert.Contains(
        Scan("HB3001", ("templates/pod.yaml", Pod + "        {{- /* hardenbuild:disable=HB3001 -- old */}}\n        privileged: false\n")),
        static finding => finding.Finding.Rule.Id == "HB0005" && finding.Finding.Location.Source.Path == "templates/pod.yaml");

    [Fact]
    public void The_other_templates_are_judged_when_one_fails()
    {
        var findings = Scan("HB3001", ("templates/bad.yaml", "{{ nofunction }}\n"), ("templates/pod.yaml", Pod + "        privileged: true\n"));

        Assert.Contains(findings, static finding => finding.Finding.Rule.Id == "HB3001");
    }

    [Fact]
    public void Subcharts_are_judged_with_their_parent() => RuleVerifier.Verify<ContainerPrivileged>(
        ("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
        ("values.yaml", "web:\n  privileged: {|#0:true|}\n"),
        ("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n"),
        ("charts/web/values.yaml", "privileged: false\n"),
        ("charts/web/templates/pod.yaml", Pod + "        privileged: {{ [|.Values.privileged|] }}\n"));

    [Fact]
    public void A_place_of_what_is_said_once_per_chart_can_be_silenced_alone()
    {
        const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  a: {{ .Capabilities.KubeVersion.GitVersion | quote }}\n";
        var findings = Scan("HB5055", ("templates/a.yaml", "{{- /* hardenbuild:disable-file=HB5055 -- old clusters */}}\n" + Map), ("templates/b.yaml", Map), ("templates/c.yaml", Map));

        Assert.Equal("old clusters", Assert.Single(findings, static finding => finding.Finding.Location.Source.Path == "templates/a.yaml").SuppressedBy);
        var rest = Assert.Single(findings, static finding => !finding.IsSuppressed);
        Assert.Equal("templates/c.yaml", Assert.Single(rest.Finding.Related).Location.Source.Path);
    }

    [Fact]
    public void Where_a_release_goes_is_not_known() => Assert.Empty(Scan(
        "HB3160",
        ("templates/pod.yaml", Pod + "        privileged: false\n")));

    private static List<ReportedFinding> Scan(string id, params (string Path, string Text)[] files)
    {
        List<(string Path, string Text)> all = [.. files];
        if (!all.Exists(static file => file.Path == "Chart.yaml"))
            all.Add(("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"));
        var repository = new TextFiles(all);
        var inputs = all.Select(file => new InputText(repository.Read(file.Path)!, file.Path.StartsWith("templates/", StringComparison.Ordinal) ? InputFormat.HelmTemplate : InputFormat.HelmChart));
        var selection = new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.All, "/repository"), [id]);
        return [.. new TextScan(selection, useSuppressions: true) { Files = repository }.Run([.. inputs], TestContext.Current.CancellationToken)
            .Where(static finding => finding.Finding.Rule.Id is not "HB5051" and not "HB5050")];
    }
}
