using HardenBuild.Rules.Helm.Values;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class ValueUseRulesTests
{
    private const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n";

    [Theory]
    [InlineData("  a: {{ .Values.a.b | quote }}\n")]
    [InlineData("  {{- toYaml .Values.a | nindent 2 }}\n")]
    [InlineData("  a: {{ index .Values \"a\" \"b\" | quote }}\n")]
    [InlineData("  a: {{ dig \"a\" \"b\" \"x\" .Values | quote }}\n")]
    [InlineData("{{- with .Values.a }}\n  a: {{ .b | quote }}\n{{- end }}\n")]
    [InlineData("{{- if $.Values.a.b }}\n  a: \"1\"\n{{- end }}\n")]
    [InlineData("{{- $values := .Values }}\n  a: {{ $values.a.b | quote }}\n")]
    [InlineData("  a: {{ (.Values.a).b | quote }}\n")]
    [InlineData("  a: {{ include \"shop.a\" (dict \"root\" $) | quote }}\n{{- define \"shop.a\" }}{{ .root.Values.a.b }}{{ end }}\n")]
    public void Sees_all_ways_of_reading(string read) => RuleVerifier.Verify<HelmValueUnused>(("templates/map.yaml", Head + read), ("values.yaml", "a:\n  b: x\n"));

    [Fact]
    public void Reports_the_topmost_key_and_one_finding() => RuleVerifier.Verify<HelmValueUnused>(
        ("templates/map.yaml", Head + "  a: {{ .Values.a.used | quote }}\n"), ("values.yaml", "a:\n  used: x\n  [|b|]:\n    c: 1\n{|#0:d|}: 1\n"));

    [Fact]
    public void A_text_that_is_a_template_reads_too() => RuleVerifier.Verify<HelmValueUnused>(
        ("templates/map.yaml", Head + "  a: {{ tpl .Values.a . | quote }}\n"), ("values.yaml", "a: \"{{ .Values.b }}\"\nb: x\n"));

    [Fact]
    public void Values_of_subcharts_are_read_there() => RuleVerifier.Verify<HelmValueUnused>(
        ("values.yaml", "redis:\n  port: 1\nglobal:\n  x: 1\n"), ("charts/redis/Chart.yaml", "apiVersion: v2\nname: redis\nversion: 1.0.0\n"), ("templates/map.yaml", Head + "  a: \"1\"\n"));

    [Fact]
    public void An_anchor_is_used_by_the_file() => RuleVerifier.Verify<HelmValueUnused>(
        ("templates/map.yaml", Head + "  a: {{ .Values.a.x | quote }}\n"), ("values.yaml", "common: &common\n  x: 1\na: *common\n"));

    [Theory]
    [InlineData("  a: {{ .Values.missing | default \"x\" }}\n")]
    [InlineData("{{- if .Values.missing }}\n  a: {{ .Values.missing | quote }}\n{{- end }}\n")]
    [InlineData("{{- with .Values.missing }}\n  a: {{ . | quote }}\n{{- end }}\n")]
    [InlineData("  a: {{ required \"give it\" .Values.missing }}\n")]
    [InlineData("  a: {{ .Values.open.missing | quote }}\n")]
    [InlineData("  a: {{ .Values.documented | quote }}\n")]
    [InlineData("  a: {{ .Values.global.missing | quote }}\n")]
    public void Values_that_may_be_absent_are_no_finding(string read) => RuleVerifier.Verify<HelmValueUndefined>(("templates/map.yaml", Head + read), ("values.yaml", "a: 1\nopen: {}\n# documented: x\nglobal:\n  a: 1\n"));

    [Fact]
    public void A_values_file_beside_the_chart_defines_too() => RuleVerifier.Verify<HelmValueUndefined>(
        ("templates/map.yaml", Head + "  a: {{ .Values.environment | quote }}\n"), ("values.yaml", "a: 1\n"), ("values-production.yaml", "environment: Production\n"));

    [Theory]
    [InlineData("pullpolicy")]
    [InlineData("pullPolicys")]
    [InlineData("pullPloicy")]
    public void Reports_near_spellings(string written) => RuleVerifier.Verify<HelmValueMisspelled>(
        ("templates/map.yaml", Head + "  a: {{ [|.Values.image." + written + "|] | quote }}\n"), ("values.yaml", "image:\n  {|#0:pullPolicy|}: Always\n"));

    [Fact]
    public void Two_values_that_are_both_read_are_two() => RuleVerifier.Verify<HelmValueMisspelled>(
        ("templates/map.yaml", Head + "  a: {{ .Values.labels | default .Values.label | quote }}\n"), ("values.yaml", "label: x\n"));

    [Fact]
    public void A_short_name_may_be_another_one() => RuleVerifier.Verify<HelmValueMisspelled>(
        ("templates/map.yaml", Head + "  a: {{ .Values.port | quote }}\n"), ("values.yaml", "host: x\n"));

    [Theory]
    [InlineData("open:\n  anything: 1\n")]
    [InlineData("a: 2\n")]
    [InlineData("global:\n  x: 1\n")]
    [InlineData("text: \"{{ .Values.own }}\"\nown: 1\n")]
    public void Keys_that_the_chart_knows_are_no_finding(string scenario) => RuleVerifier.Verify<HelmScenarioUnknownKey>(
        ("templates/map.yaml", Head + "  a: {{ .Values.a | quote }}\n  b: {{ tpl .Values.text . | quote }}\n"), ("values.yaml", "a: 1\nopen: {}\ntext: x\n"), ("values-production.yaml", scenario));

    [Fact]
    public void What_is_rendered_is_judged_as_an_object() => RuleVerifier.Verify<HelmValuesEnablePrivilege>(
        ("templates/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      securityContext:\n        {{- toYaml .Values.context | nindent 8 }}\n"),
        ("values.yaml", "context:\n  privileged: true\n"));

    [Fact]
    public void A_privilege_that_nothing_reads_is_none() => RuleVerifier.Verify<HelmValuesEnablePrivilege>(("templates/map.yaml", Head + "  a: \"1\"\n"), ("values.yaml", "context:\n  privileged: true\n"));
}
