using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>Go's semantics beyond the probes, from the documentation of <c>text/template</c> and its source.</summary>
public sealed class EvaluationTests
{
    private const string Values = "{a: 1, s: hello, m: {b: 2, n: null}, l: [1, 2], ls: [p, q], nothing: null, on1: true, off1: false, empty: '', zero: 0}";

    [Theory]
    [InlineData("{{ 3 }} {{ -3 }} {{ +3 }} {{ 0b101 }} {{ 0o17 }} {{ 017 }} {{ 0x1F }} {{ 0x1e }} {{ 1_000.5 }} {{ .5 }} {{ 1. }} {{ 0x1p4 }} {{ 1e3 }}", "3 -3 3 5 15 15 31 30 1000.5 0.5 1 16 1000")]
    [InlineData("{{ 'a' }} {{ '\\n' }} {{ '\u4e16' }} {{ '\\'' }} {{ '\\x41' }}", "97 10 19990 39 65")]
    [InlineData("{{ \"a\\x41\\u00e9\\101\\\"\\t|\" }}", "aA\u00e9A\"\t|")]
    [InlineData("{{ \"\\xc3\\xa9\" }}", "\u00e9")]
    [InlineData("{{ `a\n}}\\n` }}", "a\n}}\\n")]
    [InlineData("{{ \"}}\" }}", "}}")]
    [InlineData("a  {{- 1 -}}  b{{-2 }} c", "a1b-2 c")]
    [InlineData("{{ true }}{{ false }}{{ print nil }}", "truefalse<nil>")]
    public void Constants(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template, Values));

    [Theory]
    [InlineData("{{ $x := \"o\" }}{{ range .Values.l }}{{ if eq . 2.0 }}{{ $x }}{{ end }}{{ $x := . }}{{ end }}{{ $x }}", "oo")]
    [InlineData("{{ $x := \"o\" }}{{ if false }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}", "o")]
    [InlineData("{{ $x := 1 }}{{ $x := add $x 1 }}{{ $x }}", "2")]
    [InlineData("{{ $x := 1 }}{{ with 2 }}{{ $x = . }}{{ end }}{{ $x }}", "2")]
    [InlineData("{{ $x := 1 }}{{ range .Values.l }}{{ $x = add $x . }}{{ end }}{{ $x }}", "4")]
    [InlineData("{{ $i := 9 }}{{ $e := 8 }}{{ range $i, $e = .Values.ls }}{{ end }}{{ $i }}{{ $e }}", "1q")]
    [InlineData("{{ $e := 8 }}{{ range $e = .Values.ls }}{{ end }}{{ $e }}", "q")]
    [InlineData("{{ if $x := .Values.nothing }}{{ else }}[{{ $x }}]{{ end }}", "[]")]
    [InlineData("{{ (($x := 3)) }}{{ $x }}", "33")]
    [InlineData("{{ define \"t\" }}{{ $ }}{{ $y := 2 }}{{ $y }}{{ end }}{{ template \"t\" 1 }}", "12")]
    [InlineData("{{ $x := 1 }}{{ define \"t\" }}{{ $x := 5 }}{{ $x }}{{ end }}{{ template \"t\" }}{{ $x }}", "51")]
    [InlineData("{{ range $i, $x := .Values.ls }}{{ range $j, $y := $.Values.ls }}{{ $i }}{{ $j }}{{ $x }}{{ $y }} {{ end }}{{ end }}", "00pp 01pq 10qp 11qq ")]
    public void Variables(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template, Values));

    [Theory]
    [InlineData("{{ range .Values.l }}{{ if eq . 1.0 }}{{ continue }}{{ end }}{{ . }}{{ end }}", "2")]
    [InlineData("{{ range .Values.l }}{{ range $.Values.ls }}{{ . }}{{ break }}{{ end }}{{ . }}{{ end }}", "p1p2")]
    [InlineData("{{ range .Values.l }}{{ with . }}{{ if true }}{{ break }}{{ end }}{{ end }}x{{ end }}e", "e")]
    [InlineData("{{ range .Values.none }}a{{ else }}b{{ end }}{{ range list }}a{{ else }}c{{ end }}{{ range dict }}a{{ else }}d{{ end }}", "bcd")]
    [InlineData("{{ $d := dict \"a\" 1 \"b\" 2 }}{{ range $k, $v := $d }}{{ $k }}{{ $v }}{{ $_ := unset $d \"b\" }}{{ end }}", "a1b2")]
    [InlineData("{{ range 3 }}{{ . }}{{ end }}{{ range $i := 2 }}{{ $i }}{{ end }}{{ range 0 }}{{ else }}e{{ end }}", "01201e")]
    [InlineData("{{ with .Values.nothing }}a{{ else with .Values.s }}{{ . }}{{ else }}c{{ end }}", "hello")]
    [InlineData("{{ if .Values.off1 }}a{{ else if .Values.zero }}b{{ else if .Values.on1 }}c{{ else }}d{{ end }}", "c")]
    [InlineData("{{ with $x := .Values.m }}{{ .b }}{{ $x.b }}{{ $.Values.a }}{{ end }}", "221")]
    [InlineData("{{ block \"b\" .Values.m }}{{ .b }}{{ end }}{{ template \"b\" dict \"b\" 3 }}", "23")]
    [InlineData("{{ define \"t\" }}[{{ . }}{{ .x }}]{{ end }}{{ template \"t\" }}{{ include \"t\" nil }}", "[][]")]
    public void Control(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template, Values));

    [Theory]
    [InlineData("{{ .Values.l | len | printf \"%d-%d\" 5 }}", "5-2")]
    [InlineData("{{ (dict \"k\" (dict \"j\" 1)).k.j }}{{ (index .Values.l 0) }}{{ (.Values.m).b }}", "112")]
    [InlineData("{{ ((.Values.none).a).b }}{{ (.Values.none).a.b.c }}", "")]
    [InlineData("{{ .Values.AsMap.s }} {{ (.Values.Table \"m\").b }} {{ .Values.PathValue \"m.b\" }} {{ .Values.m.AsMap }}", "hello 2 2 ")]
    [InlineData("{{ and 1 \"\" }}|{{ or \"\" 0 }}|{{ and 1 2 }}|{{ or .Values.none \"x\" }}|{{ 1 | and 0 }}|{{ 1 | or 0 }}|{{ and true }}", "|0|2|x|0|1|true")]
    [InlineData("{{ not nil }}{{ not .Values.none }}{{ not \"false\" }}{{ true | not }}", "truetruefalsefalse")]
    [InlineData("{{ eq \"a\" \"b\" \"a\" }} {{ eq 1.0 1.0 }} {{ eq (int64 1) 1 }} {{ ne .Values.none nil }} {{ eq (dict) nil }} {{ eq \"\" nil }}", "true true true false false false")]
    [InlineData("{{ lt \"a\" \"b\" }} {{ lt \"B\" \"a\" }} {{ le 1 1 }} {{ gt 2.5 1.5 }} {{ ge \"a\" \"a\" }} {{ lt (int64 1) 2 }}", "true true true true true true")]
    [InlineData("{{ index \"abc\" 1 }} {{ index .Values.s }} {{ index .Values.m \"b\" }} {{ index .Values \"m\" \"b\" }} {{ index .Values.m \"none\" }}", "98 hello 2 2 ")]
    [InlineData("{{ len \"\u00e9\U0001F600\" }} {{ len .Values.m }} {{ len (list) }}", "6 2 0")]
    [InlineData("{{ $x := .Values.m.n }}{{ $x | default \"d\" }}{{ .Values.m.n | quote }}", "d")]
    [InlineData("{{ add1 (len .Values.l) }}{{ ternary \"t\" \"f\" (eq 1 1) }}{{ true | ternary 1 2 }}", "3t1")]
    [InlineData("{{ html nil }}{{ html 1 \"<\" 2 3 }}|{{ js \"\u00e9=\\u2028\" }}|{{ urlquery \"\u00e9 ~/\" 1 }}", "&lt;no value&gt;1&lt;2 3|\u00e9\\u003D\\u2028|%C3%A9+~%2F1")]
    public void Pipelines_and_functions(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template, Values));

    [Theory]
    [InlineData("{{ $y = 1 }}", 8, "1", "undefined variable: $y")]
    [InlineData("{{ if false }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}", 40, "$x", "undefined variable: $x")]
    [InlineData("{{ len 3 }}", 3, "len 3", "error calling len: len of type int")]
    [InlineData("{{ len nil }}", 3, "len nil", "error calling len: reflect: call of reflect.Value.Type on zero Value")]
    [InlineData("{{ index .Values.l 2 }}", 3, "index .Values.l 2", "error calling index: reflect: slice index out of range")]
    [InlineData("{{ index .Values.l -1 }}", 3, "index .Values.l -1", "error calling index: index out of range: -1")]
    [InlineData("{{ index .Values.l \"a\" }}", 3, "index .Values.l \"a\"", "error calling index: cannot index slice/array with type string")]
    [InlineData("{{ index .Values.m 1 }}", 3, "index .Values.m 1", "error calling index: value has type int; should be string")]
    [InlineData("{{ index .Values.l nil }}", 3, "index .Values.l nil", "error calling index: cannot index slice/array with nil")]
    [InlineData("{{ index 1 1 }}", 3, "index 1 1", "error calling index: can't index item of type int")]
    [InlineData("{{ (\"a\").b }}", 8, "(\"a\").b", "can't evaluate field b in type string", true)]
    [InlineData("{{ $x := \"a\" }}{{ $x.b }}", 20, "$x.b", "can't evaluate field b in type string")]
    [InlineData("{{ with \"a\" }}{{ .b }}{{ end }}", 17, ".b", "can't evaluate field b in type string")]
    [InlineData("{{ range list 1 }}{{ .b }}{{ end }}", 21, ".b", "can't evaluate field b in type interface {}")]
    [InlineData("{{ range list nil }}{{ .b }}{{ end }}", 23, ".b", "nil pointer evaluating interface {}.b")]
    [InlineData("{{ range $i, $x := list 1 }}{{ $x.b }}{{ end }}", 33, "$x.b", "can't evaluate field b in type interface {}")]
    [InlineData("{{ nil | print }}", 3, "nil", "nil is not a command")]
    [InlineData("{{ 1 2 }}", 3, "1", "can't give argument to non-function 1")]
    [InlineData("{{ (1) 2 }}", 4, "1", "can't give argument to non-function 1", true)]
    [InlineData("{{ 1 | .Values.s }}", 14, ".Values.s", "s is not a method but has arguments")]
    [InlineData("{{ .Capabilities.KubeVersion 1 }}", 16, ".Capabilities.KubeVersion", "KubeVersion has arguments but cannot be invoked as function")]
    [InlineData("{{ eq 1 }}", 3, "eq 1", "error calling eq: missing argument for comparison")]
    [InlineData("{{ eq }}", 3, "eq", "wrong number of args for eq: want at least 1 got 0")]
    [InlineData("{{ ne 1 }}", 3, "ne", "wrong number of args for ne: want 2 got 1")]
    [InlineData("{{ and }}", 3, "and", "wrong number of args for and: want at least 1 got 0")]
    [InlineData("{{ lt true false }}", 3, "lt true false", "error calling lt: invalid type for comparison")]
    [InlineData("{{ lt 1 \"a\" }}", 3, "lt 1 \"a\"", "error calling lt: incompatible types for comparison")]
    [InlineData("{{ eq (list) (dict) }}", 3, "eq (list) (dict)", "error calling eq: non-comparable types []: []interface {}, map[string]interface {}: map[]")]
    [InlineData("{{ upper 1 }}", 9, "1", "expected string; found 1")]
    [InlineData("{{ trunc \"1\" \"a\" }}", 9, "\"1\"", "expected integer; found \"1\"")]
    [InlineData("{{ trunc 1.5 \"a\" }}", 9, "1.5", "expected integer; found 1.5")]
    [InlineData("{{ keys \"a\" }}", 8, "\"a\"", "can't handle \"a\" for arg of type map[string]interface {}")]
    [InlineData("{{ keys .Values.s }}", 15, ".Values.s", "wrong type for value; expected map[string]interface {}; got string")]
    [InlineData("{{ upper (.Values.none) }}", 17, ".Values.none", "invalid value; expected string", true)]
    [InlineData("{{ $x := .Values.none }}{{ upper $x }}", 33, "$x", "invalid value; expected string")]
    [InlineData("{{ range $i, $j := 2 }}{{ end }}", 19, "2", "can't use 2 to iterate over more than one variable")]
    [InlineData("{{ range .Values.a }}{{ end }}", 16, ".Values.a", "range can't iterate over 1")]
    [InlineData("{{ range true }}{{ end }}", 9, "true", "range can't iterate over true")]
    [InlineData("{{ 9223372036854775808 }}", 3, "9223372036854775808", "9223372036854775808 overflows int")]
    [InlineData("{{ (nil).a }}", 8, "(nil).a", "nil is not a command", true)]
    [InlineData("{{ .Values.PathValue \"none\" }}", 10, ".Values.PathValue", "error calling PathValue: \"none\" is not a value")]
    public void Fails_as_Go_fails(string template, int column, string context, string reason, bool isReasonOnly = false)
    {
        var failure = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render(template, Values));

        Assert.Equal(reason, failure.Reason);
        if (!isReasonOnly)
            Assert.Equal($"template: {TemplateRun.Name}:1:{column}: executing \"{TemplateRun.Name}\" at <{context}>: {reason}", failure.Message);
    }

    [Fact]
    public void Counts_columns_in_bytes() => Assert.Equal(
        $"template: {TemplateRun.Name}:2:6: executing \"{TemplateRun.Name}\" at <fail \"x\">: error calling fail: x",
        TemplateRun.Text("a\n\u00e9 {{ fail \"x\" }}"));

    [Fact]
    public void A_failure_in_included_templates_names_each_call()
    {
        var failure = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render(
            [
                (TemplateRun.Name, "a\nb: {{ include \"one\" . }}"),
                ("c/templates/_one.tpl", "{{ define \"one\" }}{{ template \"two\" . }}{{ end }}\n{{ define \"two\" }}\n  {{ .Values.none.x }}{{ end }}"),
            ]));

        Assert.Equal(
            "template: c/templates/p.yaml:2:6: executing \"c/templates/p.yaml\" at <include \"one\" .>: error calling include: "
            + "template: c/templates/_one.tpl:3:12: executing \"two\" at <.Values.none.x>: nil pointer evaluating interface {}.x",
            failure.Message);
        Assert.Equal("c/templates/_one.tpl", failure.Location!.Source.Path);
        Assert.Equal(".Values.none.x", failure.Location.Source.Substring(failure.Location.Span));
        Assert.Equal(["\"two\" .", "include \"one\" ."], failure.Callers.Select(call => call.Source.Substring(call.Span)));
    }

    [Fact]
    public void A_failure_in_tpl_is_reported_where_tpl_is_called()
    {
        var failure = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render("{{ tpl .Values.t . }}", "t: '{{ fail \"x\" }}'"));

        Assert.Equal(
            "template: c/templates/p.yaml:1:3: executing \"c/templates/p.yaml\" at <tpl .Values.t .>: error calling tpl: "
            + "error during tpl function execution for \"{{ fail \\\"x\\\" }}\": template: gotpl:1:3: executing \"gotpl\" at <fail \"x\">: error calling fail: x",
            failure.Message);
        Assert.Equal("tpl .Values.t .", failure.Location!.Source.Substring(failure.Location.Span));
        Assert.Equal(
            "template: c/templates/p.yaml:1:3: executing \"c/templates/p.yaml\" at <tpl \"{{\" .>: error calling tpl: cannot parse template \"{{\": template: gotpl:1: unclosed action",
            TemplateRun.Text("{{ tpl \"{{\" . }}"));
    }

    [Fact]
    public void The_last_of_a_name_counts_unless_it_is_blank()
    {
        const string Call = "{{ include \"x\" . }}{{ include \"y\" . }}";
        Assert.Equal("2b", TemplateRun.Render(
            [
                (TemplateRun.Name, Call),
                ("c/templates/b.tpl", "{{ define \"x\" }}1{{ end }}{{ define \"y\" }}b{{ end }}"),
                ("c/templates/a.tpl", "{{ define \"x\" }}2{{ end }}{{ define \"y\" }} {{/* c */}}\n{{ end }}"),
            ]).Content);
    }

    [Theory]
    [InlineData("{{ tpl \"{{ define \\\"x\\\" }}1{{ end }}{{ include \\\"x\\\" . }}{{ include \\\"y\\\" . }}\" . }}{{ define \"y\" }}{{ include \"x\" . }}{{ end }}{{ define \"x\" }}0{{ end }}{{ include \"x\" . }}", "110")]
    [InlineData("{{ tpl \"{{ $ }}{{ . }}\" 1 }}", "11")]
    [InlineData("{{ tpl \"a{{ .Values.none }}b\" . | quote }}", "\"ab\"")]
    [InlineData("{{ tpl \"a<no value>b\" . }}", "ab")]
    [InlineData("{{ include \"c/templates/q.yaml\" 1 }}", "q1")]
    public void Runs_texts_and_files(string template, string expected) =>
        Assert.Equal(expected, TemplateRun.Render([(TemplateRun.Name, template), ("c/templates/q.yaml", "q{{ . }}")]).Content);
}
