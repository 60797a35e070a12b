using HardenBuild.Core.Tests.Text;

namespace HardenBuild.Core.Tests.GoTemplate;

/// <summary>The first error of a template: what Go says, and the text a person would change.</summary>
public sealed class TemplateErrorTests
{
    [Theory]
    [InlineData("{{ [|foo|] 1 }}", "function \"foo\" not defined")]
    [InlineData("{{ if false }}{{ [|foo|] }}{{ end }}", "function \"foo\" not defined")]
    [InlineData("{{ [|$x|] }}", "undefined variable \"$x\"")]
    [InlineData("{{ with $x := 1 }}{{ end }}{{ [|$x|].a }}", "undefined variable \"$x\"")]
    [InlineData("{{ define \"a\" }}{{ [|$x|] }}{{ end }}{{ $x := 1 }}", "undefined variable \"$x\"")]
    [InlineData("{{ if [|}}|]x{{ end }}", "missing value for if")]
    [InlineData("{{ range [|}}|]{{ end }}", "missing value for range")]
    [InlineData("{{ $x := [|}}|]", "missing value for command")]
    [InlineData("{{[|}}|]", "missing value for command")]
    [InlineData("{{ ([|)|] }}", "missing value for parenthesized pipeline")]
    [InlineData("[|{{ end }}|]", "unexpected {{end}}")]
    [InlineData("[|{{ else }}|]", "unexpected {{else}}")]
    [InlineData("[|{{ if .a|] }}x", "unexpected EOF")]
    [InlineData("[|{{ define \"a\"|] }}x", "unexpected EOF")]
    [InlineData("{{ if .a }}{{ else }}[|{{ else }}|]{{ end }}", "expected end; found {{else}}")]
    [InlineData("{{ define \"a\" }}[|{{ else }}|]{{ end }}", "unexpected {{else}} in define clause")]
    [InlineData("{{ with .a }}{{ else [|if|] .b }}{{ end }}", "unexpected <if> in input")]
    [InlineData("{{ if .a }}{{ [|define|] \"x\" }}{{ end }}", "unexpected <define> in command")]
    [InlineData("{{ [|break|] }}", "{{break}} outside {{range}}")]
    [InlineData("{{ range .a }}{{ else }}{{ [|continue|] }}{{ end }}", "{{continue}} outside {{range}}")]
    [InlineData("{{ range .a }}{{ define \"x\" }}{{ end }}{{ end }}", "unexpected <define> in command", false)]
    [InlineData("{{ template [|x|] }}", "unexpected \"x\" in template clause")]
    [InlineData("{{ define [|}}|]{{ end }}", "unexpected \"}}\" in define clause")]
    [InlineData("{{ 1 | [|2|] }}", "non executable command in pipeline stage 2")]
    [InlineData("{{ .a | print | [|\"x\"|] }}", "non executable command in pipeline stage 3")]
    [InlineData("{{ .Values.[||].s }}", "unexpected <.> in operand", false)]
    [InlineData("{{ [|/|]* c */ }}", "unexpected \"/\" in command")]
    [InlineData("{{ [|||] 1 }}", "unexpected \"|\" in command", false)]
    [InlineData("{{ [|\"a }}|]", "unterminated quoted string")]
    [InlineData("{{ [|\"a|]\n\" }}", "unterminated quoted string")]
    [InlineData("{{ [|`a }}|]", "unterminated raw quoted string")]
    [InlineData("{{ [|'a }}|]", "unterminated character constant")]
    [InlineData("{{ [|'ab'|] }}", "malformed character constant: 'ab'")]
    [InlineData("{{ [|\"\\q\"|] }}", "invalid syntax")]
    [InlineData("{{ (1 [|}}|]", "unclosed left paren")]
    [InlineData("{{ 1[|)|] }}", "unexpected right paren")]
    [InlineData("{{ [|08|] }}", "integer overflow: \"08\"")]
    [InlineData("{{ [|99999999999999999999|] }}", "integer overflow: \"99999999999999999999\"")]
    [InlineData("{{ [|1e999|] }}", "illegal number syntax: \"1e999\"")]
    [InlineData("{{ [|1a|] }}", "bad number syntax: \"1a\"")]
    [InlineData("{{ [|$x=|]1 }}", "bad character U+003D '='")]
    [InlineData("{{ [|a\"|]b\" }}", "bad character U+0022 '\"'")]
    [InlineData("{{ [|\u00A7|] }}", "unrecognized character in action: U+00A7 '\u00A7'")]
    [InlineData("{{ $a, [|$b|] := 1 }}", "too many declarations in command", false)]
    [InlineData("{{ range $a, [|1|] }}{{ end }}", "range can only initialize variables")]
    [InlineData("{{ [|\"a\".b|] }}", "unexpected . after term \"\\\"a\\\"\"")]
    [InlineData("{{ [|true.b|] }}", "unexpected . after term \"true\"")]
    [InlineData("{{ .a.b [|c|].d }}", "function \"c\" not defined")]
    [InlineData("{{ .a [|:|] }}", "expected :=")]
    [InlineData("a{{[|/*|] b", "unclosed comment")]
    [InlineData("{{[|/* a */|] }}", "comment ends before closing delimiter")]
    [InlineData("{{ if .a[||]", "unclosed action", false)]
    [InlineData("{{ define \"a\" }}1{{ end }}{{ define [|\"a\"|] }}2{{ end }}", "template: multiple definition of template \"a\"")]
    public void Says_what_Go_says(string marked, string message, bool isSpanChecked = true)
    {
        var text = MarkedText.Parse(TemplateParsing.Name, marked);
        var file = TemplateParsing.Parse(text.Text);

        Assert.Equal(message, file.Errors[0].Message);
        if (isSpanChecked)
            Assert.Equal(text.Spans, [file.Errors[0].Span]);
    }

    [Theory]
    [InlineData("a\n{{ foo }}\n", "template: c/templates/p.yaml:2: function \"foo\" not defined")]
    [InlineData("a\r\n\r\n{{ foo }}", "template: c/templates/p.yaml:3: function \"foo\" not defined")]
    [InlineData("{{ if .a }}\n\nx\n", "template: c/templates/p.yaml:4: unexpected EOF")]
    [InlineData("{{ if .a\n", "template: c/templates/p.yaml:2: unclosed action started at c/templates/p.yaml:1")]
    [InlineData("{{ (1\n}}", "template: c/templates/p.yaml:2: unclosed left paren in action started at c/templates/p.yaml:1")]
    public void Names_the_line_that_Go_names(string template, string message) =>
        Assert.Equal(message, TemplateParsing.Parse(template).Errors[0].ToGoMessage(TemplateParsing.Name));

    [Theory]
    [InlineData("{{ if foo }}a{{ else }}b{{ end }}{{ bar }}", 2)]
    [InlineData("{{ range \"x }}\n}}{{ .a }}{{ end }}{{ end }}", 2)]
    [InlineData("{{ with }}{{ $x := 1 }}{{ end }}{{ .a", 2)]
    [InlineData("{{ if .a }}{{ if .b }}{{ if .c }}", 1)]
    public void Goes_on_after_an_error(string template, int errors) => Assert.Equal(errors, TemplateParsing.Parse(template).Errors.Count);

    [Theory]
    [InlineData("{{ .x | }}")]
    [InlineData("{{ $x := 1 }}{{ $x = 2 }}")]
    [InlineData("{{ $y = 1 }}{{ $y }}")]
    [InlineData("{{ if .a }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}")]
    [InlineData("{{ define \"a\" }} {{ end }}{{ define \"a\" }}1{{ end }}{{ define \"a\" }}\n{{ end }}")]
    [InlineData("{{- /* c */ -}}{{/* d */}}")]
    [InlineData("{{ range $i, $e = .a }}{{ break }}{{ end }}")]
    [InlineData("{{\n.a\n}}")]
    public void Accepts_what_Go_accepts(string template) => Assert.Empty(TemplateParsing.Parse(template).Errors);
}
