using CsCheck;
using HardenBuild.Model.Compose;

namespace HardenBuild.Core.Tests.Compose;

public sealed class ComposeInterpolationTests
{
    private static readonly ComposeVariables Variables = ComposeVariables.Parse("A=1\nEMPTY=\n");

    [Theory]
    [InlineData("x", "x")]
    [InlineData("$A", "1")]
    [InlineData("a${A}b", "a1b")]
    [InlineData("$A-$A", "1-1")]
    [InlineData("$$A", "$A")]
    [InlineData("$${A}", "${A}")]
    [InlineData("${X:-d}", "d")]
    [InlineData("${X-d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY-d}", "")]
    [InlineData("${A:-d}", "1")]
    [InlineData("${A:+r}", "r")]
    [InlineData("${EMPTY:+r}", "")]
    [InlineData("${EMPTY+r}", "r")]
    [InlineData("${A:?m}", "1")]
    [InlineData("${X:-${Y:-${A}}}", "1")]
    [InlineData("${X:-a}b}", "ab}")]
    [InlineData("${X:-a:b}", "a:b")]
    [InlineData("$X", null)]
    [InlineData("${X}", null)]
    [InlineData("${X:+r}", null)]
    [InlineData("${X:?m}", null)]
    [InlineData("${EMPTY:?m}", null)]
    [InlineData("${", null)]
    [InlineData("${}", null)]
    [InlineData("${A", null)]
    [InlineData("${1}", null)]
    [InlineData("${A!}", null)]
    [InlineData("$", null)]
    [InlineData("$ 5", null)]
    public void Replaces_variables(string text, string? expected) => Assert.Equal(expected, ComposeInterpolation.Expand(text, Variables));

    [Theory]
    [InlineData("plain", null)]
    [InlineData("$A ${A} ${A:-x} ${A-x} ${A:+x} ${A+x} ${A:?x} ${A?x} $$ ${A:-${B}}", null)]
    [InlineData("a $ b", 2)]
    [InlineData("$(date)", 0)]
    [InlineData("$1", 0)]
    [InlineData("x$", 1)]
    [InlineData("${A", 0)]
    [InlineData("${}", 0)]
    [InlineData("${A/b/c}", 0)]
    [InlineData("$$$A$", 4)]
    public void Finds_dollar_signs_that_begin_no_variable(string text, int? expected) => Assert.Equal(expected, ComposeInterpolation.FindError(text));

    [Theory]
    [InlineData("$A ${B} ${C:-x} $$D ${E?y} $(F)", "A! B! C E")]
    [InlineData("none", "")]
    public void Names_the_variables_of_a_text(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ComposeInterpolation.References(text).Select(reference => reference.Name + (reference.IsRequired ? "!" : ""))));

    [Theory]
    [InlineData("#A=1\n", true)]
    [InlineData("  # A = 1\n", true)]
    [InlineData("# A is 1\n", false)]
    [InlineData("A=$UNKNOWN\n", true)]
    [InlineData("B=1\n", false)]
    public void Knows_what_an_environment_file_mentions(string text, bool expected) => Assert.Equal(expected, ComposeVariables.Parse(text).Knows("A"));

    [Fact]
    public void Gives_up_on_endless_nesting() => Assert.Null(ComposeInterpolation.Expand(string.Concat(Enumerable.Repeat("${X:-", 100_000)) + new string('}', 100_000), Variables));

    [Fact]
    public void Never_throws() =>
        Gen.OneOfConst("$", "{", "}", "A", "X", ":", "-", "+", "?", "=", "\n", "'", "\"", "\\", " ", "#", "export ").Array[0, 30].Select(string.Concat).Sample(
            text => ComposeInterpolation.Expand(text, ComposeVariables.Parse(text)),
            iter: 20_000);

    [Theory]
    [InlineData("V=a", "a")]
    [InlineData("export V = a # note\r\n", "a")]
    [InlineData("V='$A # x'\n", "$A # x")]
    [InlineData("V=\"a\\nb\"\n", "a\nb")]
    [InlineData("V=\"a\nb\"\nW=1\n", "a\nb")]
    [InlineData("B=2\nV=${B}#x\n", "2#x")]
    [InlineData("# V=a\n", null)]
    [InlineData("V=1\nV=$UNKNOWN\n", null)]
    [InlineData("V=\"open\n", null)]
    [InlineData("V\n", null)]
    public void Reads_environment_files(string text, string? expected) => Assert.Equal(expected, ComposeVariables.Parse(text)["V"]);
}
