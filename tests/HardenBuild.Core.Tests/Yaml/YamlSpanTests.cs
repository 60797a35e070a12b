using HardenBuild.Core.Tests.Text;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlSpanTests
{
    [Theory]
    [InlineData("x: [|plain text|]  # comment")]
    [InlineData("x: [|'single'|]")]
    [InlineData("x: [|\"double \\\" quote\"|] ")]
    [InlineData("x: [|two\n  lines|]\ny: 1")]
    [InlineData("x:[||]\ny: 1")]
    [InlineData("y: 1\nx:[||]")]
    [InlineData("x:[||] # nothing")]
    [InlineData("x: [|~|]")]
    [InlineData("x: &name [|value|]")]
    [InlineData("x: !!str &name [|value|]\n")]
    [InlineData("x: &name # comment\n  [|value|]\n")]
    [InlineData("x: !<tag:example.org,2000:a> [|value|]\n")]
    [InlineData("x: [||\n  one\n  two|]\n\n\ny: 1")]
    [InlineData("x: [|>-\n  one\n\n  two|]\n\n")]
    [InlineData("x: [|||]  # header comment\n\n\ny: 1")]
    [InlineData("x: [||2+\n   one|]\n\n# after\ny: 1")]
    [InlineData("x: [|[a, b]|]\n")]
    [InlineData("x: [|{a: [b], c: {}}|] # c")]
    [InlineData("x: &n [|[]|]")]
    [InlineData("x: [|[\n  a,\n  b,\n]|]\n")]
    [InlineData("x:\n  [|a: 1\n  b:\n    c: 2|]\n\n# comment\ny: 1")]
    [InlineData("x: &name\n  [|a: 1|]\ny: 1")]
    [InlineData("x: &name\n  [|a: |\n    literal|]\n\n\ny: 1")]
    [InlineData("x:\n[|- a\n- b|]\ny: 1")]
    [InlineData("x:\n  [|- a: 1\n    b: 2\n  - c|]\n\ny: 1")]
    [InlineData("x:\n  [|- - a\n    - b\n  - c|]")]
    [InlineData("x: !!seq\n  [|-\n    a: 1|]\n")]
    [InlineData("x: [|plain|]\r\ny: 1\r\n")]
    [InlineData("x: [||\r\n  one\r\n  two|]\r\n\r\ny: 1\r\n")]
    [InlineData("x:\r\n  [|a: 1\r\n  b: 2|]\r\n\r\ny: 1")]
    [InlineData("é: \U0001F600\nx: [|ü\U0001F600|]")]
    [InlineData("\uFEFFx: [|after the mark|]")]
    [InlineData("%YAML 1.2\n---\nx: [|value|]\n...")]
    [InlineData("{\n  \"y\": 1,\n  \"x\": [|\"json\"|]\n}")]
    [InlineData("{\"x\":[|[1,2]|]}")]
    [InlineData("\"x\": [|value|]")]
    [InlineData("? x\n: [|value|]")]
    public void Value_of_x_has_the_marked_span(string marked)
    {
        var text = MarkedText.Parse("file.yaml", marked);
        var file = YamlFile.Parse(SourceText.From(text.Path, text.Text));

        Assert.Empty(file.Errors);
        var shift = text.Text[0] == '\uFEFF' ? 1 : 0;
        Assert.Equal(new TextSpan(text.Spans[0].Start - shift, text.Spans[0].Length), Value(file).Span);
    }

    [Theory]
    [InlineData("x: '[|content|]'")]
    [InlineData("x: \"[|content|]\"")]
    [InlineData("x: [|content|]")]
    [InlineData("x: |-\n\n    [|one\n    two|]\n")]
    [InlineData("x: &a >\n  [|one|]\n\n")]
    public void Content_leaves_out_quotes_and_block_header(string marked)
    {
        var text = MarkedText.Parse("file.yaml", marked);

        Assert.Equal(text.Spans[0], Value(YamlDump.Parse(text.Text)).AsScalar!.ContentSpan);
    }

    [Theory]
    [InlineData("x: /var/[|token|]:ro")]
    [InlineData("x: '/var/[|token|]'")]
    [InlineData("x: \"[|token|]\"")]
    [InlineData("x: |\n  first\n\n    a [|token|] b\n  last\n")]
    [InlineData("x: |2\r\n    first\r\n  [|token|]\r\n")]
    [InlineData("x: |-\n  [|token|]")]
    public void Part_of_a_value_maps_to_the_text(string marked)
    {
        var text = MarkedText.Parse("file.yaml", marked);
        var scalar = Value(YamlDump.Parse(text.Text)).AsScalar!;

        Assert.Equal(text.Spans[0], scalar.SpanOf(scalar.Value.IndexOf("token", StringComparison.Ordinal), 5));
    }

    [Theory]
    [InlineData("x: \"a\\ttoken\"")]
    [InlineData("x: 'it''s token'")]
    [InlineData("x: >\n  a\n  token\n")]
    [InlineData("x: a\n  token\n")]
    public void Part_of_a_rewritten_value_has_no_span_of_its_own(string text)
    {
        var scalar = Value(YamlDump.Parse(text)).AsScalar!;

        Assert.Null(scalar.SpanOf(scalar.Value.IndexOf("token", StringComparison.Ordinal), 5));
        Assert.Equal(scalar.ContentSpan, scalar.LocationOf(0, 1).Span);
    }

    [Theory]
    [InlineData("a: b", -1, 1)]
    [InlineData("a: b", 0, 2)]
    [InlineData("a: b", 2, 0)]
    public void Part_outside_the_value_has_no_span(string text, int start, int length) =>
        Assert.Null(((YamlMapping)YamlDump.Parse(text).Documents[0].Root!).Members[0].Value.AsScalar!.SpanOf(start, length));

    private static YamlNode Value(YamlFile file) => Assert.IsType<YamlMapping>(Assert.Single(file.Documents).Root).Find("x")!.Value.Value;
}
