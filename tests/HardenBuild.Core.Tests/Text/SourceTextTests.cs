using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Text;

public sealed class SourceTextTests
{
    [Fact]
    public void Strips_the_byte_order_mark()
    {
        var source = SourceText.From("f", "\uFEFFa");

        Assert.True(source.HadByteOrderMark);
        Assert.Equal("a", source.Content);
    }

    [Theory]
    [InlineData("a\nb", 2, 1, 0)]
    [InlineData("a\r\nb", 3, 1, 0)]
    [InlineData("a\rb", 2, 1, 0)]
    [InlineData("a\r\nb", 2, 0, 2)]
    [InlineData("", 0, 0, 0)]
    [InlineData("a\n", 2, 1, 0)]
    public void Finds_line_and_column(string text, int offset, int line, int character) =>
        Assert.Equal(new LinePosition(line, character), SourceText.From("f", text).GetLinePosition(offset));

    [Fact]
    public void Refuses_an_offset_past_the_end() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SourceText.From("f", "ab").GetLinePosition(3));

    [Fact]
    public void Line_excludes_its_break()
    {
        var source = SourceText.From("f", "ab\r\ncd");

        Assert.Equal("ab", source.Substring(source.GetLine(0)));
        Assert.Equal("cd", source.Substring(source.GetLine(1)));
    }

    [Fact]
    public void Marks_become_spans()
    {
        var marked = MarkedText.Parse("f", "a[|b|]{|#0:c|}[|d[|e|]|]");

        Assert.Equal("abcde", marked.Text);
        Assert.Equal([new TextSpan(1, 1), new TextSpan(3, 2), new TextSpan(4, 1)], marked.Spans);
        Assert.Equal([new TextSpan(2, 1)], marked.Related);
    }
}
