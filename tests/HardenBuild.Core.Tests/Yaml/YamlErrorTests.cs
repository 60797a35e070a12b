using HardenBuild.Core.Tests.Text;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n[|a|]: 3\n", "already has the key 'a'")]
    [InlineData("{\"a\": 1, [|'a'|]: 3}", "already has the key 'a'")]
    [InlineData("a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\n[|d|]: 3\n", "already has the key 'd'")]
    [InlineData("a: [|*b|]\n", "anchor '&b'")]
    [InlineData("a: &b\n  c: [|*b|]\n", "inside the node")]
    public void Reports_and_keeps_the_document(string marked, string message)
    {
        var (file, spans) = Parse(marked);

        var error = Assert.Single(file.Errors);
        Assert.Equal(Assert.Single(spans), error.Span);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Single(file.Documents);
    }

    [Theory]
    [InlineData("a:\n[|\t|]b: 1\n", "tab")]
    [InlineData("a:\n  b: 1\n [|\t|]c: 1\n", "tab")]
    [InlineData("a:\n  - b\n[|\t\t|]- c\n", "tab")]
    [InlineData("a:\r\n[|\t|]b: 1\r\n", "tab")]
    [InlineData("a: b[|:|] c\n", "mapping")]
    [InlineData("a: [|\"open|]\n", "quoted scalar")]
    [InlineData("a: [|[b|]\nc: d\n", "read from here")]
    [InlineData("[|@a|]\n", "cannot start")]
    [InlineData("a: \"b[|\\UFFFFFFFF\"|]\n", "Unicode")]
    [InlineData("[a] [|b|]\n", "follows the end")]
    [InlineData("- a\n[|b:|] c\n", "'-'")]
    public void Reports_where_the_grammar_is_broken(string marked, string message)
    {
        var (file, spans) = Parse(marked);

        var error = Assert.Single(file.Errors);
        Assert.Equal(Assert.Single(spans), error.Span);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(error.Message.EndsWith('.'));
        Assert.Empty(file.Documents);
    }

    [Theory]
    [InlineData("a: 1\n---\nb: [|{|]\n---\nc: 3\n")]
    [InlineData("a: 1\n---\nb: [|{|]\r\n---\r\nc: 3\r\n")]
    [InlineData("a: 1\n---\n[|}|]\n--- # comment\nc: 3\n")]
    [InlineData("a: 1\n---\nb: [|\"open|]\n---\nc: 3")]
    public void Broken_document_leaves_the_others(string marked)
    {
        var (file, _) = Parse(marked);

        Assert.Equal(2, file.Documents.Length);
        Assert.Equal("1", file.Documents[0].Root!.At("a")!.AsScalar!.Value);
        var last = file.Documents[1].Root!.At("c")!;
        Assert.Equal("3", file.Source.Substring(last.Span));
        Assert.Single(file.Errors);
    }

    [Fact]
    public void A_tab_in_a_later_document_is_reported_where_it_is()
    {
        var (file, spans) = Parse("a: 1\n---\nb:\n[|\t|]c: 1\n---\nd: 1\n");

        Assert.Equal(Assert.Single(spans), Assert.Single(file.Errors).Span);
        Assert.Equal(2, file.Documents.Length);
    }

    [Fact]
    public void Dashes_inside_a_broken_text_do_not_start_a_document() =>
        Assert.Empty(YamlDump.Parse("a: [\n ---\n----\n---x\n").Documents);

    [Fact]
    public void Broken_marker_line_does_not_stop_the_reading() =>
        Assert.Equal("x", Assert.Single(YamlDump.Parse("--- ]\n--- ]\n--- x\n").Documents).Root!.AsScalar!.Value);

    [Fact]
    public void Nul_is_reported_because_the_text_after_it_would_go_unread()
    {
        var file = YamlDump.Parse("a: 1\n\0\nprivileged: true\n");

        Assert.Equal(new TextSpan(5, 1), Assert.Single(file.Errors).Span);
        Assert.Empty(file.Documents);
    }

    private static (YamlFile File, IReadOnlyList<TextSpan> Spans) Parse(string marked)
    {
        var text = MarkedText.Parse("file.yaml", marked);
        return (YamlDump.Parse(text.Text), text.Spans);
    }
}
