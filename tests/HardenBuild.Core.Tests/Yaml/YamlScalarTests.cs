using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("a: |\n    \n    x\nb: 1", "\nx\n")]
    [InlineData("a: |\n  \n    \n    x\n\nb: 1", "\n\nx\n")]
    [InlineData("a: >-\n    \n    x\n    y\nb: 1", "\nx y")]
    [InlineData("a: |-  \r\n    \r\n    x\r\nb: 1", "\nx")]
    public void Blanks_below_a_block_indicator_are_an_empty_line(string text, string value)
    {
        var file = YamlFile.Parse(HardenBuild.Text.SourceText.From("a.yaml", text));

        Assert.Empty(file.Errors);
        var root = file.Documents[0].Root!;
        Assert.Equal(value, root.At("a")!.AsScalar!.Value.ReplaceLineEndings("\n"));
        // What follows is still found where it stands.
        Assert.Equal("1", text.Substring(root.At("b")!.Span.Start, root.At("b")!.Span.Length));
    }

    [Theory]
    [InlineData("true", true, true, true)]
    [InlineData("FALSE", false, false, false)]
    [InlineData("yes", null, true, true)]
    [InlineData("off", null, false, false)]
    [InlineData("\"true\"", null, null, true)]
    [InlineData("'no'", null, null, false)]
    [InlineData("!!str true", null, null, true)]
    [InlineData("tRue", null, null, null)]
    [InlineData("1", null, null, null)]
    [InlineData("", null, null, null)]
    public void Reads_booleans(string text, bool? core, bool? yaml11, bool? quotable)
    {
        var scalar = Scalar(text);

        Assert.Equal(core, scalar.AsBoolean);
        Assert.Equal(yaml11, scalar.AsYaml11Boolean);
        Assert.Equal(quotable, scalar.AsQuotableBoolean);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-12", -12L)]
    [InlineData("+12", 12L)]
    [InlineData("0x1F", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("017", 15L)]
    [InlineData("0b101", 5L)]
    [InlineData("1_000", 1000L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", null)]
    [InlineData("\"0\"", null)]
    [InlineData("1.5", null)]
    [InlineData("08", null)]
    [InlineData("+", null)]
    [InlineData("1000:1000", null)]
    public void Reads_whole_numbers(string text, long? expected) => Assert.Equal(expected, Scalar(text).AsInteger);

    [Theory]
    [InlineData("", true)]
    [InlineData("~", true)]
    [InlineData("Null", true)]
    [InlineData("!!null ''", true)]
    [InlineData("''", false)]
    [InlineData("!!str", false)]
    [InlineData("nil", false)]
    public void Knows_null(string text, bool expected) => Assert.Equal(expected, Scalar(text).IsNull);

    private static YamlScalar Scalar(string text) => YamlDump.Parse("x: " + text).Documents[0].Root!.At("x")!.AsScalar!;
}
