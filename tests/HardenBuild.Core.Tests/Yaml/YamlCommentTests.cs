using HardenBuild.Core.Tests.Text;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlCommentTests
{
    [Theory]
    [InlineData("[|# head|]\na: 1 [|# end of line|]\n[|# tail|]")]
    [InlineData("a: \"x # no\" [|# yes|]\nb: 'it # no'\nc: d#no\n")]
    [InlineData("a: | [|# header|]\n  # no\n  text\n[|# yes|]\nb: 1")]
    [InlineData("a: |\n  text\n\n [|# yes|]\nb: 1")]
    [InlineData("a: [b, [|# in flow|]\n  c]\n")]
    [InlineData("a: &x#y [|# after the anchor|]\n  b\n")]
    [InlineData("a: &x b\nc: *x [|# after the alias|]\n")]
    [InlineData("%YAML 1.2 [|# directive|]\n--- [|# marker|]\na\n... [|# end|]\n")]
    [InlineData("a:   [|# no value|]\nb: 1\r\n[|# crlf|]\r\n")]
    [InlineData("a: 1\n---\n[|# only a comment|]\n---\nb: 1 [|# last|]")]
    [InlineData("[|#|]\n\n\t[|##|]\n")]
    public void Finds_the_comments(string marked)
    {
        var text = MarkedText.Parse("file.yaml", marked);
        var file = YamlDump.Parse(text.Text);

        Assert.Empty(file.Errors);
        Assert.Equal(text.Spans, file.Comments.Select(comment => comment.Span));
    }

    [Fact]
    public void Knows_comments_that_have_their_line_for_themselves() =>
        Assert.Equal([true, false, true], YamlDump.Parse("# a\nb: c # d\n  # e").Comments.Select(comment => comment.IsOwnLine));

    [Fact]
    public void Goes_on_after_a_broken_document() =>
        Assert.Equal(["# a", "# d"], YamlDump.Parse("# a\n---\n]\n# b\n--- # d\nc: 1").Comments.Select(comment => "# a\n---\n]\n# b\n--- # d\nc: 1".Substring(comment.Span.Start, comment.Span.Length)));
}
