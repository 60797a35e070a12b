using HardenBuild.Core.Tests.Text;
using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>YAML as sigs.k8s.io/yaml over go-yaml 2 reads and writes it.</summary>
public sealed class YamlFunctionTests
{
    [Theory]
    [InlineData("a: 0644\nb: 0o17\nc: 0b11\nd: 0x1F\ne: 1_000\nf: -0x10\ng: 08\nh: +5", """{"a":420,"b":15,"c":3,"d":31,"e":1000,"f":-16,"g":8,"h":5}""")]
    [InlineData("a: y\nb: NO\nc: On\nd: tRue\ne: ~\nf: Null\ng:\nh: 'yes'\ni: \"1\"", """{"a":true,"b":false,"c":true,"d":"tRue","e":null,"f":null,"g":null,"h":"yes","i":"1"}""")]
    [InlineData("a: 1.5\nb: .5\nc: 1e3\nd: 1.\ne: 1e\nf: 0.0.0.0\ng: 1:30\nh: 2020-01-02\ni: 12e03\nj: 1e-7", """{"a":1.5,"b":0.5,"c":1000,"d":1,"e":"1e","f":"0.0.0.0","g":"1:30","h":"2020-01-02","i":12000,"j":1e-7}""")]
    [InlineData("1: a\n1.5: b\ntrue: c\nno: d\n0x10: e\n2020-01-02: f", """{"1":"a","1.5":"b","16":"e","2020-01-02":"f","false":"d","true":"c"}""")]
    [InlineData("a: !!str 1\nb: !!int '7'\nc: !!float 3\nd: !!binary aGk=\ne: !custom x", """{"a":"1","b":7,"c":3,"d":"hi","e":"x"}""")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  b: 0\n  <<: *x\n  c: 3\ne:\n  <<: [{p: 1, q: 2}, {p: 3, r: 4}]", """{"a":{"b":1,"c":2},"d":{"b":1,"c":3},"e":{"p":1,"q":2,"r":4}}""")]
    [InlineData("a: &s x\n*s : *s\nl: &l [1]\nm: *l", """{"a":"x","l":[1],"m":[1],"x":"x"}""")]
    [InlineData("a: >-\n  b\n  c\nd: |+\n  e\n\n", """{"a":"b c","d":"e\n\n"}""")]
    [InlineData("? a\n: b\nc: [1, {d: 2}]", """{"a":"b","c":[1,{"d":2}]}""")]
    [InlineData("# only a comment", "{}")]
    [InlineData("a: 1\n---\na: 2", """{"a":1}""")]
    public void Reads(string yaml, string json) => Assert.Equal(json, TemplateRun.Text("{{ fromYaml .Values.text | toJson }}", "text: " + System.Text.Json.JsonSerializer.Serialize(yaml)));

    [Theory]
    [InlineData("- a", "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("7", "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal number into Go value of type map[string]interface {}")]
    [InlineData("a: *x", "error converting YAML to JSON: yaml: unknown anchor 'x' referenced")]
    [InlineData("a: &x [*x]", "error converting YAML to JSON: yaml: anchor 'x' value contains itself")]
    [InlineData("a: .inf", "error converting YAML to JSON: json: unsupported value: +Inf")]
    [InlineData("<<: 1", "error converting YAML to JSON: yaml: map merge requires map or sequence of maps as the value")]
    [InlineData("a: \u0001", "error converting YAML to JSON: yaml: control characters are not allowed")]
    public void Says_why_a_text_is_no_map(string yaml, string error) =>
        Assert.Equal(error, TemplateRun.Text("{{ (fromYaml .Values.text).Error }}", "text: " + System.Text.Json.JsonSerializer.Serialize(yaml)));

    [Theory]
    [InlineData("""{{ toYaml (dict "a" (list (dict "b" (list (list 1) (dict))) nil "")) }}""", "a:\n- b:\n  - - 1\n  - {}\n- null\n- \"\"")]
    [InlineData("""{{ toYaml (dict "a b" 1 "a: b" 2 "#" 3 "yes" 4 "" 5 "é" 6 "a\nb" 7 "-" 8) }}""", "\"\": 5\n'#': 3\n'-': 8\n? |-\n  a\n  b\n: 7\na b: 1\n'a: b': 2\n\"yes\": 4\né: 6")]
    [InlineData("""{{ toYaml (dict (repeat 130 "k") (dict "a" 1)) | trunc 2 }}""", "? ")]
    [InlineData("""{{ toYaml (list "a\n" "a\n\n" "\na" " a\nb" "a \nb" "a\n b" "a\r\nb" "a\tb\nc" "\n\n") }}""", "- |\n  a\n- |+\n  a\n\n- |2-\n\n  a\n- |2-\n   a\n  b\n- \"a \\nb\"\n- |-\n  a\n   b\n- \"a\\r\\nb\"\n- \"a\\tb\\nc\"\n- |2+\n\n")]
    [InlineData("""{{ toYaml (list "2020-1-2" "2020-13-01" "1:59" "12:60" "-1:30:59.5" "0b12" "0xg" "1__0" "+.inf" "-.INF" ".NaN" "e3" "1e+3" "- a" "a -b" "a: " "a:b" "a #b" "a# b" "~a" "null a") }}""", "- \"2020-1-2\"\n- 2020-13-01\n- \"1:59\"\n- 12:60\n- \"-1:30:59.5\"\n- 0b12\n- 0xg\n- \"1__0\"\n- \"+.inf\"\n- \"-.INF\"\n- \".NaN\"\n- e3\n- \"1e+3\"\n- '- a'\n- a -b\n- 'a: '\n- a:b\n- 'a #b'\n- a# b\n- ~a\n- null a")]
    [InlineData("""{{ toYaml (dict "s" (printf "%s %s" (repeat 60 "a") "it's: bb bb bb bb bb")) }}""", "s: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa it''s: bb bb bb bb\n  bb'")]
    [InlineData("""{{ toYaml (dict "s" (printf "\t%s %s" (repeat 80 "a") " b c")) }}""", "s: \"\\taaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n  \\ b c\"")]
    [InlineData("""{{ toYaml (dict "n" (now) "v" (semver "1.2") "d" (mustToDuration "1s") "b" true) }}""", "b: true\nd: 1000000000\n\"n\": \"2020-01-01T00:00:00Z\"\nv: 1.2.0")]
    [InlineData("""{{ toYaml nil }} {{ toYaml (list) }} {{ toYaml "" }} {{ toYaml 1.0 }} {{ toYaml "a\u007f" }}|{{ toYaml "a\u0085b" }}""", "null [] \"\" 1 |a b")]
    [InlineData("""{{ toYamlPretty (dict "a" (list (list 1 2) (dict "b" 1000000.0 "c" "y")) "d" (repeat 100 "a b ")) | trunc 60 }}""", "a:\n  - - 1\n    - 2\n  - b: 1e+06\n    c: \"y\"\nd: 'a b a b a b a")]
    public void Writes(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Fact]
    public void Reads_back_what_it_writes() => CsCheck.Check.Sample(
        CsCheck.Gen.String[CsCheck.Gen.Char["abz019-:#'\"\\ \t\n\r,[]{}&*!|>%@`~.?=é\uFEFF"], 0, 40],
        text =>
        {
            // The last line break of toYaml is cut off, and with it that of a block at the end.
            var values = "t: " + System.Text.Json.JsonSerializer.Serialize(text) + "\nz: end";
            var expected = TemplateRun.Text("{{ toJson .Values }}", values);
            Assert.Equal(expected, TemplateRun.Text("{{ toYaml .Values | fromYaml | toJson }}", values));
            Assert.Equal(expected, TemplateRun.Text("{{ (toYaml (list .Values) | fromYamlArray | first) | toJson }}", values));
        },
        iter: 300);

    [Fact]
    public void Ends_at_aliases_that_multiply()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));

        Assert.Equal("yaml: document contains excessive aliasing", YamlValueReader.ReadFile(SourceText.From("values.yaml", bomb)).Error);
    }

    [Fact]
    public void Ends_at_deep_nesting() =>
        Assert.Equal("yaml: exceeded max depth of 1000", YamlValueReader.ReadFile(SourceText.From("values.yaml", new string('[', 5_000))).Error);

    [Theory]
    [InlineData("a: {b: [|x|]}", "a.b")]
    [InlineData("a:\n  b: [|'x'|] # c", "a.b")]
    [InlineData("a:\n- b\n- [|c|]", "a[1]")]
    [InlineData("a:\n  [|b|]:\n    c: 1", "a.b")]
    [InlineData("a: [|{b: 1}|]", "a")]
    [InlineData("[|a|]:", "a")]
    [InlineData("a: &x !!str [|b|]", "a")]
    [InlineData("a.b/c:\n  d: [||\n    x\n    y|]\ne: 1", @"a\.b/c.d")]
    public void Knows_where_values_are_written(string marked, string path)
    {
        var text = MarkedText.Parse("values.yaml", marked);
        var value = YamlValueReader.ReadFile(SourceText.From("values.yaml", text.Text)).Value;
        foreach (var step in path.Replace(@"\.", "\u0001", StringComparison.Ordinal).Replace("[", ".[", StringComparison.Ordinal).Split('.'))
            value = value is GoList list ? list.Items[int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)] : ((GoMap)value).Entries[step.Replace('\u0001', '.')];

        Assert.Equal((path, text.Spans[0]), (value.Origin!.Path, value.Origin.Location.Span));
    }

    [Fact]
    public void Traces_each_line_to_its_value()
    {
        const string Values = "m:\n  b: [1, two]\n  a: \"x: y\"\n  t: |\n    l1\n    l2\n";
        var text = TemplateRun.Render("spec:\n  {{- toYaml .Values.m | nindent 2 }}\n", Values, new EvaluationOptions { IsTracing = true });

        Assert.Equal("spec:\n  a: 'x: y'\n  b:\n  - 1\n  - two\n  t: |\n    l1\n    l2\n", text.Content);
        Assert.Equal("m.a", PathAt(text, "x: y"));
        Assert.Equal("m.b", PathAt(text, "b:"));
        Assert.Equal("m.b[0]", PathAt(text, "1\n"));
        Assert.Equal("m.b[1]", PathAt(text, "two"));
        Assert.Equal("m.t", PathAt(text, "l2"));
        Assert.Null(PathAt(text, "spec"));
    }

    [Theory]
    [InlineData("{{ .Values.s | quote }}")]
    [InlineData("{{ .Values.s | upper | trunc 3 }}")]
    [InlineData("{{ cat \"a\" .Values.s | indent 2 }}")]
    [InlineData("{{ list \"a\" .Values.s | join \",\" }}")]
    [InlineData("{{ .Values.s | trimSuffix \"e\" | replace \"-\" \"_\" }}")]
    [InlineData("{{ dict \"k\" .Values.s | toJson }}")]
    [InlineData("{{ (dict \"k\" .Values.s | toYaml | fromYaml).k }}")]
    [InlineData("{{ .Values.missing | default .Values.s }}")]
    public void Traces_texts_through_functions(string template)
    {
        var text = TemplateRun.Render(template, "s: va-lue", new EvaluationOptions { IsTracing = true });

        Assert.Equal("s", PathAt(text, text.Content.Contains("VA", StringComparison.Ordinal) ? "VA" : "va"));
    }

    private static string? PathAt(TracedText text, string part) =>
        text.SegmentAt(text.Content.IndexOf(part, StringComparison.Ordinal))!.Value.Origin.Value?.Path;
}
