using HardenBuild.Core.Tests.Text;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class VariableExpansionTests
{
    [Theory]
    [InlineData("$x", "abcabc")]
    [InlineData("${x}", "abcabc")]
    [InlineData("a$x-b", "aabcabc-b")]
    [InlineData("$xy", null)]
    [InlineData("${x}y", "abcabcy")]
    [InlineData("'$x'", "$x")]
    [InlineData("\"$x\"", "abcabc")]
    [InlineData("\\$x", "$x")]
    [InlineData("\"\\$x\"", "$x")]
    [InlineData("\"\\a\"", "\\a")]
    [InlineData("\\a", "a")]
    [InlineData("'a\\b'", "a\\b")]
    [InlineData("a\"b c\"d'e'", "ab cde")]
    [InlineData("$", "$")]
    [InlineData("$/", "$/")]
    [InlineData("a\\", "a")]
    public void Removes_quotes_and_expands(string word, string? expected) => Assert.Equal(expected, Expand(word).Text);

    [Theory]
    [InlineData("${unset:-w}", "w")]
    [InlineData("${unset-w}", "w")]
    [InlineData("${empty:-w}", "w")]
    [InlineData("${empty-w}", "")]
    [InlineData("${x:-w}", "abcabc")]
    [InlineData("${unset:-$x}", "abcabc")]
    [InlineData("${unset:-${other:-v}}", "v")]
    [InlineData("${unset:-\"a b\"}", "a b")]
    [InlineData("${unset:-$unset}", null)]
    [InlineData("${x:-$unset}", "abcabc")]
    [InlineData("${unset:-}", "")]
    [InlineData("${unset:+w}", "")]
    [InlineData("${x:+w}", "w")]
    [InlineData("${x+w}", "w")]
    [InlineData("${empty:+w}", "")]
    [InlineData("${empty+w}", "w")]
    [InlineData("${x:?m}", "abcabc")]
    [InlineData("${x?m}", "abcabc")]
    [InlineData("${unset:?m}", null)]
    [InlineData("${empty:?m}", null)]
    [InlineData("${empty?m}", "")]
    [InlineData("${unknown:-w}", null)]
    [InlineData("${unknown:+w}", null)]
    public void Applies_default_operators(string word, string? expected) => Assert.Equal(expected, Expand(word).Text);

    [Theory]
    [InlineData("${x#a*c}", "abc")]
    [InlineData("${x##a*c}", "")]
    [InlineData("${x#b}", "abcabc")]
    [InlineData("${x#ab}", "cabc")]
    [InlineData("${x%b*}", "abca")]
    [InlineData("${x%%b*}", "a")]
    [InlineData("${x%?}", "abcab")]
    [InlineData("${x%a}", "abcabc")]
    [InlineData("${x/b/-}", "a-cabc")]
    [InlineData("${x//b/-}", "a-ca-c")]
    [InlineData("${x//b/}", "acac")]
    [InlineData("${x/b*/-}", "a-")]
    [InlineData("${x/z/-}", "abcabc")]
    [InlineData("${path//\\//-}", "a-b-c")]
    [InlineData("${path##*/}", "c")]
    [InlineData("${star#\\*}", "a")]
    [InlineData("${unset#a}", null)]
    public void Applies_pattern_operators(string word, string? expected) => Assert.Equal(expected, Expand(word).Text);

    [Theory]
    [InlineData("${x")]
    [InlineData("${")]
    [InlineData("${}")]
    [InlineData("${:-a}")]
    [InlineData("${{x}}")]
    [InlineData("${x@Q}")]
    [InlineData("${x:=a}")]
    [InlineData("'a")]
    [InlineData("\"a")]
    [InlineData("${x/a}")]
    public void Malformed_word_is_an_error_without_value(string word)
    {
        var expanded = Expand(word);

        Assert.NotNull(expanded.Error);
        Assert.Null(expanded.Partial);
    }

    [Fact]
    public void Escape_character_of_the_file_counts()
    {
        var word = LogicalText.Of("C:\\a`$x", new TextSpan(0, 7));

        Assert.Equal("C:\\a$x", VariableExpansion.Expand(word, '`', new Variables(), new ExpansionBudget(1000)).Text);
    }

    [Fact]
    public void Reports_the_references_with_their_places()
    {
        var marked = MarkedText.Parse("f", "a[|$x|]\"[|${unset:-b}|]\"");
        var expanded = Expand(marked.Text);

        Assert.Equal(marked.Spans, expanded.References.Select(reference => reference.Span));
        Assert.Equal(["x ", "unset :-"], expanded.References.Select(reference => $"{reference.Name} {reference.Operator}"));
        Assert.Equal([VariableState.Set, VariableState.Unset], expanded.References.Select(reference => reference.State));
    }

    [Fact]
    public void A_value_maps_to_its_reference_and_a_default_to_its_own_text()
    {
        const string text = "x$x-${unset:-def}";
        var value = Expand(text).Value!;

        Assert.Equal("xabcabc-def", value.Text);
        Assert.Equal(new TextSpan(1, 2), value.MapToSource(new TextSpan(1, 3)));
        Assert.Equal(new TextSpan(text.IndexOf("def", StringComparison.Ordinal), 3), value.MapToSource(new TextSpan(8, 3)));
    }

    [Fact]
    public void A_placeholder_stands_for_what_is_not_known() =>
        Assert.Equal($"a{ExpandedWord.Placeholder}b", Expand("a${unknown}b").Partial!.Text);

    [Fact]
    public void Unquoting_leaves_references_alone() =>
        Assert.Equal("a$x${y:-\"z\"}", VariableExpansion.Unquote(Text("\"a\"$x${y:-\"z\"}"), '\\').Text);

    [Fact]
    public void Ten_thousand_nested_references_end_in_an_error()
    {
        var nested = string.Concat(Enumerable.Repeat("${unset:-", 10_000)) + new string('}', 10_000);

        Assert.Equal("Variable references are nested more than 64 deep; give the inner ones an ARG of their own", Expand(nested).Error?.Message);
        Assert.NotNull(Expand(string.Concat(Enumerable.Repeat("${", 10_000))).Error);
    }

    [Fact]
    public void A_spent_budget_makes_values_unknown() =>
        Assert.Null(VariableExpansion.Expand(Text("$x"), '\\', new Variables(), new ExpansionBudget(5)).Text);

    private static ExpandedWord Expand(string word) => VariableExpansion.Expand(Text(word), '\\', new Variables(), new ExpansionBudget(100_000));

    private static LogicalText Text(string text) => LogicalText.Of(text, new TextSpan(0, text.Length));

    private sealed class Variables : IVariables
    {
        public VariableValue Find(string name) => name switch
        {
            "x" => VariableValue.Of("abcabc"),
            "empty" => VariableValue.Of(""),
            "path" => VariableValue.Of("a/b/c"),
            "star" => VariableValue.Of("*a"),
            "unknown" => VariableValue.Unknown,
            _ => VariableValue.Unset,
        };
    }
}
