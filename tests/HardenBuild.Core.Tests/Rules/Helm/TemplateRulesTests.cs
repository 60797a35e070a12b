using HardenBuild.Rules.Helm.Templates;

namespace HardenBuild.Core.Tests.Rules.Helm;

public sealed class TemplateRulesTests
{
    private const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n";
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: example/web:1.2\n      securityContext:\n        privileged: {{ .Values.privileged | default true }}\n";

    [Fact]
    public void What_is_rendered_is_judged_as_an_object() => RuleVerifier.Verify<HelmDefaultEnablesPrivilege>("templates/pod.yaml", Pod);

    [Fact]
    public void A_default_that_protects_is_none() => RuleVerifier.Verify<HelmDefaultEnablesPrivilege>(
        ("templates/pod.yaml", "{{- if .Values.on }}\n" + Pod.Replace("true", "false", StringComparison.Ordinal) + "{{- end }}\n"), ("values.yaml", "on: false\n"));

    [Theory]
    [InlineData("  a: {{ .Values.sql.saPassword | sha256sum }}\n")]
    [InlineData("{{- if .Values.sql.saPassword }}\n  a: \"1\"\n{{- end }}\n")]
    [InlineData("  a: {{ .Values.sql.passwordSecretName | quote }}\n")]
    [InlineData("  a: {{ .Values.sql.credentialsSecret | quote }}\n")]
    [InlineData("  a: {{ .Values.sql.automountServiceAccountToken | quote }}\n")]
    public void Accepts_what_gives_no_secret_away(string line) => RuleVerifier.Verify<HelmSecretValueOutsideSecret>(("templates/map.yaml", Head + line), ("values.yaml", "sql:\n  saPassword: \"\"\n"));

    [Fact]
    public void A_secret_that_is_rendered_is_reported_as_what_it_is() => RuleVerifier.Verify<HelmSecretValueOutsideSecret>(
        ("templates/map.yaml", Head + "  a: {{ .Values.sql.saPassword | quote }}\n"), ("values.yaml", "sql:\n  saPassword: Pr0d-9fK2xQ7\n"));

    [Theory]
    [InlineData("{{- if .Values.sql.enabled }}\n  a: {{ .Values.sql.saPassword | quote }}\n{{- end }}\n")]
    [InlineData("  a: {{ .Values.sql.saPassword | default (randAlphaNum 20) | quote }}\n")]
    [InlineData("  a: {{ .Values.sql.user | quote }}\n")]
    public void Accepts_secrets_that_are_guarded(string line) => RuleVerifier.Verify<HelmSecretEmptyDefault>(
        ("templates/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: sql\nstringData:\n  b: x\n" + line), ("values.yaml", "sql:\n  enabled: true\n  saPassword: \"\"\n"));

    [Theory]
    [InlineData("{{ if eq .Values.sql.saPassword \"\" }}none{{ end }}\n")]
    [InlineData("kubectl get secret {{ .Values.sql.existingSecret }}\n")]
    public void Accepts_notes_that_name_the_secret(string notes) => RuleVerifier.Verify<HelmNotesPrintSecret>(("templates/NOTES.txt", notes), ("values.yaml", "sql:\n  saPassword: \"\"\n"));

    [Fact]
    public void Reports_notes_that_decode_a_Secret() => RuleVerifier.Verify<HelmNotesPrintSecret>(
        "templates/NOTES.txt", "{{- $s := lookup \"v1\" \"Secret\" .Release.Namespace \"sql\" }}\n{{ [|$s.data.password | b64dec|] }}\n");

    [Theory]
    [InlineData("{{- $_ := set (deepCopy .Values.a) \"b\" 1 }}\n")]
    [InlineData("{{- $d := dict }}{{- $_ := set $d \"b\" .Values.a }}\n")]
    [InlineData("{{- $m := merge (dict) .Values.a }}\n")]
    public void Accepts_changes_of_copies(string action) => RuleVerifier.Verify<HelmValuesMutated>(("templates/map.yaml", action + Head + "  a: \"1\"\n"), ("values.yaml", "a: {}\n"));

    [Theory]
    [InlineData("policy/v1")]
    [InlineData("policy/v1beta1/PodSecurityPolicy")]
    [InlineData("monitoring.coreos.com/v1/ServiceMonitor")]
    public void Accepts_questions_that_are_answered_right(string name) => RuleVerifier.Verify<HelmCapabilitiesMisuse>(
        "templates/map.yaml", "{{- if .Capabilities.APIVersions.Has \"" + name + "\" }}\n" + Head + "  a: \"1\"\n{{- end }}\n");

    [Theory]
    [InlineData("{{ printf \"%d\" (int .Values.port) | quote }}")]
    [InlineData("{{ .Values.text | quote }}")]
    [InlineData("\"100%!\"")]
    public void Accepts_formats_that_fit(string value) => RuleVerifier.Verify<HelmPrintfTypeMismatch>(("templates/map.yaml", Head + "  a: " + value + "\n"), ("values.yaml", "port: 8080\ntext: \"%!d(x)\"\n"));

    [Fact]
    public void Text_of_the_chart_may_be_a_template() => RuleVerifier.Verify<HelmTplOnValues>("templates/map.yaml", Head + "  a: {{ tpl \"{{ .Release.Name }}\" . | quote }}\n");

    [Fact]
    public void A_lookup_that_finds_out_something_else_is_none() => RuleVerifier.Verify<HelmLookupDrivesSecret>(
        "templates/map.yaml", "{{- $n := lookup \"v1\" \"Namespace\" \"\" \"shop\" }}\n" + Head + "  a: {{ randAlphaNum 5 | quote }}\n");

    [Fact]
    public void Old_names_are_one_finding_of_the_chart() => RuleVerifier.Verify<HelmDeprecatedObject>(
        ("templates/a.yaml", Head + "  a: {{ [|.Capabilities.KubeVersion.GitVersion|] | quote }}\n"),
        ("templates/b.yaml", Head.Replace("name: web", "name: api", StringComparison.Ordinal) + "  a: {{ {|#0:.Capabilities.KubeVersion.GitVersion|} | quote }}\n"));
}
