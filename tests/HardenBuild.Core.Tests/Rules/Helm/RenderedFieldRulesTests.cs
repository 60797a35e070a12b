using HardenBuild.Rules.Helm.Objects;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class RenderedFieldRulesTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      env:\n        - name: DOTNET_gcServer\n          value: ";
    private const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: ";

    [Theory]
    [InlineData("{{ [|.Values.a|] }}", "a: true")]
    [InlineData("{{ [|.Values.a|] }}", "a: 1.10")]
    [InlineData("{{ [|.Values.a|] }}", "a: \"8080\"")]
    public void Reports_values_that_are_no_text(string value, string values) => RuleVerifier.Verify<HelmUnquotedValueChangesType>(("templates/pod.yaml", Pod + value + "\n"), ("values.yaml", values + "\n"));

    [Theory]
    [InlineData("{{ .Values.a }}", "a: server")]
    [InlineData("{{ .Values.a | quote }}", "a: 1")]
    [InlineData("\"{{ .Values.a }}\"", "a: 1")]
    [InlineData("{{ .Values.a }}x", "a: 1")]
    [InlineData("{{ .Values.a }}", "a: \"\"")]
    [InlineData("{{ .Values.a }}", "a: 1.2.3")]
    public void Accepts_values_that_are_text(string value, string values) => RuleVerifier.Verify<HelmUnquotedValueChangesType>(("templates/pod.yaml", Pod + value + "\n"), ("values.yaml", values + "\n"));

    [Fact]
    public void A_port_is_a_number() => RuleVerifier.Verify<HelmUnquotedValueChangesType>(
        ("templates/pod.yaml", Pod + "\"1\"\n      ports:\n        - containerPort: {{ .Values.port }}\n"), ("values.yaml", "port: 8080\n"));

    [Theory]
    [InlineData("[|yes|]")]
    [InlineData("[|01234|]")]
    [InlineData("[|1_000|]")]
    public void Reports_words_that_YAML_reads_otherwise(string word) => RuleVerifier.Verify<HelmYaml11WordAsString>(("values.yaml", $"a: {word}\n"), ("templates/pod.yaml", Pod + "{{ .Values.a | quote }}\n"));

    [Theory]
    [InlineData("true")]
    [InlineData("'yes'")]
    [InlineData("1234")]
    public void Accepts_words_that_stay_the_same(string word) => RuleVerifier.Verify<HelmYaml11WordAsString>(("values.yaml", $"a: {word}\n"), ("templates/pod.yaml", Pod + "{{ .Values.a | quote }}\n"));

    [Fact]
    public void A_switch_may_be_written_as_yes() => RuleVerifier.Verify<HelmYaml11WordAsString>(("values.yaml", "a: yes\n"), ("templates/pod.yaml", "{{- if .Values.a }}\n" + Pod + "\"1\"\n{{- end }}\n"));

    [Theory]
    [InlineData("420")]
    [InlineData("0644")]
    [InlineData("{{ .Values.mode }}")]
    public void Accepts_modes_that_are_octal_or_real(string mode) => RuleVerifier.Verify<HelmFileModeNotOctal>(
        ("templates/pod.yaml", Pod + "\"1\"\n  volumes:\n    - name: settings\n      configMap:\n        name: web\n        defaultMode: " + mode + "\n"), ("values.yaml", "mode: 0644\n"));

    [Fact]
    public void Reports_a_mode_in_quotes() => RuleVerifier.Verify<HelmFileModeNotOctal>(
        "templates/pod.yaml", Pod + "\"1\"\n  volumes:\n    - name: settings\n      secret:\n        secretName: web\n        defaultMode: [|\"0400\"|]\n");

    [Theory]
    [InlineData("kube-system")]
    [InlineData("{{ .Release.Namespace }}")]
    [InlineData("{{ .Values.namespace }}")]
    public void Accepts_namespaces_that_are_chosen(string name) => RuleVerifier.Verify<HelmNamespaceHardCoded>(("templates/map.yaml", Map + name + "\n"), ("values.yaml", "namespace: shop\n"));

    [Fact]
    public void Namespaces_are_one_finding_of_the_chart() => RuleVerifier.Verify<HelmNamespaceHardCoded>(
        ("templates/a.yaml", Map + "[|shop|]\n"), ("templates/b.yaml", Map.Replace("name: web", "name: api", StringComparison.Ordinal) + "{|#0:shop|}\n"));

    [Theory]
    [InlineData("{{ [|.Chart.AppVersion|] }}")]
    [InlineData("{{ [|.Values.image.tag|] }}")]
    public void Reports_selectors_with_versions(string version) => RuleVerifier.Verify<HelmSelectorVersionLabel>(
        ("templates/deployment.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      version: {version}\n"),
        ("values.yaml", "image:\n  tag: v1.2.3\n"),
        ("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: 1.2.3\n"));

    [Theory]
    [InlineData("{{ .Release.Name }}")]
    [InlineData("v1")]
    public void Accepts_selectors_that_stay(string label) => RuleVerifier.Verify<HelmSelectorVersionLabel>(
        "templates/deployment.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    version: {{{{ .Chart.Version }}}}\nspec:\n  selector:\n    matchLabels:\n      version: {label}\n");

    [Fact]
    public void A_switch_for_definitions_is_a_decision() => RuleVerifier.Verify<HelmCrdInTemplates>(
        ("templates/crd.yaml", "{{- if .Values.crds.install }}\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\nspec:\n  group: example.com\n  names:\n    kind: Shop\n{{- end }}\n"),
        ("values.yaml", "crds:\n  install: true\n"));
}
