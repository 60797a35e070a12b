using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Yaml;

/// <summary>Long streams, which several threads read.</summary>
public sealed class YamlStreamPartsTests
{
    private const int Documents = 20_000;

    private static string Stream(string third = "") => string.Concat(Enumerable.Range(0, Documents).Select(number =>
        $"---\n# before {number}\nname: n{number} # after\ntext: |\n  # no comment\n   --- no marker\nlist: [a, {{b: 'c'}}]\n" + (number == 3 ? third : "")));

    [Fact]
    public void Parts_begin_with_a_marker_and_make_up_the_text()
    {
        var text = Stream();
        var parts = YamlStreamParts.Split(text, 4);

        Assert.Equal(4, parts.Count);
        Assert.All(parts, part => Assert.Equal("---\n", text.Substring(part.Start, 4)));
        Assert.Equal(text, string.Concat(parts.Select(part => text.Substring(part.Start, part.Length))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: b\n---\nc: d\n")]
    public void Short_text_is_one_part(string text) => Assert.Equal([new TextSpan(0, text.Length)], YamlStreamParts.Split(text, 4));

    [Fact]
    public void Text_without_documents_is_one_part() => Assert.Single(YamlStreamParts.Split("a: " + new string('b', 4 * YamlStreamParts.WorthThread), 4));

    [Fact]
    public void Every_document_and_comment_is_where_it_stands()
    {
        var text = Stream();
        var file = YamlFile.Parse(SourceText.From("all.yaml", text));

        Assert.Empty(file.Errors);
        Assert.Equal(Documents, file.Documents.Length);
        Assert.Equal(2 * Documents, file.Comments.Length);
        for (var i = 0; i < Documents; i += 997)
        {
            var name = file.Documents[i].Root!.AsMapping!["name"]!;
            Assert.Equal($"n{i}", text.Substring(name.Span.Start, name.Span.Length));
            Assert.Equal($"# before {i}", text.Substring(file.Comments[2 * i].Span.Start, file.Comments[2 * i].Span.Length));
        }
    }

    [Theory]
    [InlineData("bad: [\n")]
    [InlineData("name: twice\n")]
    [InlineData("alias: *nothing\n")]
    public void Error_is_told_once_and_the_rest_is_read(string third)
    {
        var file = YamlFile.Parse(SourceText.From("all.yaml", Stream(third)));

        Assert.InRange(Assert.Single(file.Errors).Span.Start, 1, 1_000);
        Assert.InRange(file.Documents.Length, Documents - 1, Documents);
    }
}
