using System.Globalization;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlLimitTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_ends_in_one_error(string opening)
    {
        var error = Assert.Single(YamlDump.Parse(string.Concat(Enumerable.Repeat(opening, 10_000))).Errors);

        Assert.Contains("nested more than 256 deep", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Span.Start, 256 * opening.Length, 256 * opening.Length + opening.Length);
    }

    [Fact]
    public void Nesting_at_the_limit_is_read()
    {
        var file = YamlDump.Parse(new string('[', YamlLimits.Depth) + new string(']', YamlLimits.Depth));

        Assert.Empty(file.Errors);
        Assert.Single(file.Documents);
    }

    [Fact]
    public void Document_after_a_deep_one_is_read() =>
        Assert.Equal("1", Assert.Single(YamlDump.Parse(new string('[', 1000) + "\n---\na: 1\n").Documents).Root!.At("a")!.AsScalar!.Value);

    [Fact]
    public void Alias_bomb_ends_in_one_error_at_the_alias()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var i = 1; i < 10; i++)
            text += string.Create(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var file = YamlDump.Parse(text);

        var error = Assert.Single(file.Errors);
        Assert.Contains("1000000 nodes when its aliases are followed", error.Message, StringComparison.Ordinal);
        Assert.Equal('*', text[error.Span.Start]);
        Assert.Empty(file.Documents);
    }

    [Fact]
    public void Long_file_is_refused_in_one_error()
    {
        var error = Assert.Single(YamlDump.Parse(new string('a', 50_000_000)).Errors);

        Assert.Contains("16777216", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, error.Span.Start);
    }

    [Fact]
    public void Long_line_below_the_limit_is_read() =>
        Assert.Equal(4_000_000, YamlDump.Parse("x: " + new string('a', 4_000_000)).Documents[0].Root!.At("x")!.Span.Length);

    [Fact]
    public void Many_nodes_end_in_one_error() =>
        Assert.Contains("1000000 nodes", Assert.Single(YamlDump.Parse("[" + string.Concat(Enumerable.Repeat("a,", 1_100_000)) + "]").Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("---\n]\n")]
    [InlineData("- *a\n")]
    public void Many_errors_are_cut_off(string line) =>
        Assert.InRange(YamlDump.Parse(string.Concat(Enumerable.Repeat(line, 10_000))).Errors.Length, YamlLimits.Errors, YamlLimits.Errors + 1);
}
