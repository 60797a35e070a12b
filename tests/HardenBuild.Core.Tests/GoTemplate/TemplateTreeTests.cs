using HardenBuild.Core.Tests.Text;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Core.Tests.GoTemplate;

public sealed class TemplateTreeTests
{
    [Theory]
    [InlineData("a{{.x}}b", "a{{.x}}b")]
    [InlineData("{{ if .a }}1{{ else if .b }}2{{ else }}3{{ end }}", "{{if .a}}1{{else}}{{if .b}}2{{else}}3{{end}}{{end}}")]
    [InlineData("{{ with .a }}1{{ else with $x := .b }}2{{ end }}", "{{with .a}}1{{else}}{{with $x := .b}}2{{end}}{{end}}")]
    [InlineData("{{range $i,$e:=.l}}{{continue}}{{break}}{{end}}", "{{range $i, $e := .l}}{{continue}}{{break}}{{end}}")]
    [InlineData("{{ (index .a 0).b.c | print `x` 'y' 0x1 }}", "{{(index .a 0).b.c | print `x` 'y' 0x1}}")]
    [InlineData("{{ template \"t\" . }}", "{{template \"t\" .}}")]
    [InlineData("{{ block \"t\" .a }}x{{ end }}", "{{template \"t\" .a}}")]
    [InlineData("{{ $x := $.a }}{{ $x = nil | print }}", "{{$x := $.a}}{{$x = nil | print}}")]
    [InlineData("a {{- 1 -}} b", "a{{1}}b")]
    [InlineData("a \n {{- /* c */ -}} \t b", "ab")]
    [InlineData("{{-3}} {{- 3}}", "{{-3}}{{3}}")]
    [InlineData("{{ \"}}\" }}", "{{\"}}\"}}")]
    public void Reads(string template, string expected)
    {
        var file = TemplateParsing.Parse(template);

        Assert.Empty(file.Errors);
        Assert.Equal(expected, file.Main.Body.ToString());
    }

    [Fact]
    public void Keeps_definitions_apart_from_what_the_file_prints()
    {
        var file = TemplateParsing.Parse("a{{ define \"x\" }}1{{ end }}b{{ block \"y\" . }}2{{ end }}");

        Assert.Equal("ab{{template \"y\" .}}", file.Main.Body.ToString());
        Assert.Equal(["x", "y"], file.Definitions.Select(definition => definition.Name));
        Assert.Equal(["1", "2"], file.Definitions.Select(definition => definition.Body.ToString()));
        Assert.Equal("{{ define \"x\" }}1{{ end }}", file.Source.Substring(file.Definitions[0].Span));
    }

    [Theory]
    [InlineData("{{- [|.Values.a.b | print|] -}}")]
    [InlineData("x: {{ [|print \"a\" (print 1)|] }}\n")]
    public void Spans_an_action_without_its_delimiters(string marked)
    {
        var text = MarkedText.Parse(TemplateParsing.Name, marked);
        var action = TemplateParsing.Parse(text.Text).Main.Body.Items.OfType<ActionNode>().Single();

        Assert.Equal(text.Spans, [action.Span]);
    }

    [Fact]
    public void Spans_text_after_trimming()
    {
        var text = MarkedText.Parse(TemplateParsing.Name, "[|a|] \n{{- 1 -}} \n [|b|]");
        var file = TemplateParsing.Parse(text.Text);

        Assert.Equal(text.Spans, file.Main.Body.Items.OfType<TextNode>().Select(node => node.Span));
    }

    [Fact]
    public void Finds_comments()
    {
        var text = MarkedText.Parse(TemplateParsing.Name, "{{[|/* a */|]}}{{- [|/* b\n */|] -}}{{ if .a }}{{[|/**/|]}}{{ end }}");

        Assert.Equal(text.Spans, TemplateParsing.Parse(text.Text).Comments);
    }

    [Theory]
    [InlineData(" \n\t", true)]
    [InlineData("{{/* c */}} ", true)]
    [InlineData("{{ define \"a\" }}x{{ end }}", true)]
    [InlineData("{{ .a }}", false)]
    [InlineData("{{ $x := 1 }}", false)]
    public void Knows_templates_of_blanks(string template, bool isEmpty) => Assert.Equal(isEmpty, TemplateParsing.Parse(template).Main.IsEmpty);
}
