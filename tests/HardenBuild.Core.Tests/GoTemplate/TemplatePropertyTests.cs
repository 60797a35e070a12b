using CsCheck;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.GoTemplate;

public sealed class TemplatePropertyTests
{
    private static readonly Gen<string> Fragment = Gen.OneOfConst(
        "{{", "{{- ", "}}", " -}}", "{{ ", " }}", "{{ end }}", "{{ else }}", "{{ if .a }}", "{{ range $i, $e := .l }}", "{{ with ", "{{ define \"d\" }}", "{{ template \"d\" . }}",
        "{{/*", "*/}}", "{{ else if .b }}", "{{ break }}", "text", "\n", " ", ".", ".a", ".a.b", "$", "$x", ":=", "=", "(", ")", "|", ",", "\"s\"", "\"", "`", "'a'", "1", "0x", "1e3",
        "-1", "1i", "nil", "true", "print", "foo", "é", "\U0001F600", "\uD83D", "\0", "\\", "{", "}", "\uFEFF", "block", "{{ block \"b\" . }}", "{{ $x := 1 }}", "{{ $x = 2 }}", "{{ $x }}");

    private static readonly Gen<string> Text = Fragment.Array[0, 25].Select(string.Concat);

    [Fact]
    public void Never_throws_and_spans_nest_in_bounds() => Text.Sample(
        text =>
        {
            var file = TemplateParsing.Parse(text);
            var whole = new TextSpan(0, file.Source.Length);
            AssertNested(whole, file.Main.Body);
            foreach (var definition in file.Definitions)
            {
                Assert.True(whole.Contains(definition.Span));
                AssertNested(definition.Span, definition.Body);
            }

            Assert.All(file.Errors, error => Assert.True(whole.Contains(error.Span)));
            Assert.All(file.Comments, comment => Assert.StartsWith("/*", file.Source.Substring(comment), StringComparison.Ordinal));
        },
        iter: 20_000);

    [Fact]
    public void Carriage_returns_change_only_text() => Text.Where(text => !text.Contains('`', StringComparison.Ordinal)).Sample(
        text =>
        {
            var lf = TemplateParsing.Parse(text);
            var crlf = TemplateParsing.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal));

            Assert.Equal(lf.Main.Body.ToString(), crlf.Main.Body.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
            Assert.Equal(lf.Errors.Select(error => (error.Line, error.Message.Replace("\r", "", StringComparison.Ordinal))).Take(1), crlf.Errors.Select(error => (error.Line, error.Message.Replace("\r", "", StringComparison.Ordinal))).Take(1));
        },
        iter: 5_000);

    [Fact]
    public void A_tree_written_out_reads_as_the_same_tree() => Text.Sample(
        text =>
        {
            var file = TemplateParsing.Parse(text);
            if (file.Errors.Count > 0 || file.Definitions.Count > 0 || text.Contains("{{/*", StringComparison.Ordinal) || text.Contains('\uFEFF', StringComparison.Ordinal))
                return;
            var written = file.Main.Body.ToString();
            var again = TemplateParsing.Parse(written);
            Assert.Empty(again.Errors);
            Assert.Equal(written, again.Main.Body.ToString());
        },
        iter: 20_000);

    [Theory]
    [InlineData("{{", "")]
    [InlineData("{{(", "")]
    [InlineData("{{ if .a }}", "")]
    [InlineData("{{ if .a }}", "{{ end }}")]
    [InlineData("{{ if .a }}{{ else ", "")]
    [InlineData("{{ else if .a }}", "")]
    [InlineData("{{ foo }}", "")]
    [InlineData("{{ \"", "")]
    [InlineData("{{/*", "")]
    [InlineData("{{ $x := $x }}", "")]
    [InlineData("{{ define \"a\" }}1{{ end }}", "")]
    [InlineData(".a", "")]
    [InlineData("\n{{ .a }}", "")]
    public void Long_input_takes_time_in_proportion(string start, string end)
    {
        const int Count = 50_000;
        var file = TemplateParsing.Parse("{{ if .a }}" + string.Concat(Enumerable.Repeat(start, Count)) + string.Concat(Enumerable.Repeat(end, Count)));

        Assert.True(file.Errors.Count is > 0 and <= 20);
    }

    private static void AssertNested(TextSpan outer, GoTemplateNode node)
    {
        Assert.True(outer.Contains(node.Span), $"{outer} does not hold {node.Span} of {node}");
        Assert.InRange(node.Anchor, node.Span.Start, Math.Max(node.Span.Start, node.Span.End));
        foreach (var child in TemplateParsing.Children(node))
            AssertNested(node.Span, child);
    }
}
