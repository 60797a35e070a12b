using HardenBuild.Reporting;
using HardenBuild.Text;

namespace HardenBuild.Tool.Tests.Reporting;

/// <summary>Expected values are those of the test vectors of github/codeql-action.</summary>
public sealed class LineHashesTests
{
    [Fact]
    public void Empty_text_has_one_line() => Assert.Equal("c129715d7a2bc9a3:1", new LineHashes(SourceText.From("f", ""))[0]);

    [Theory]
    [InlineData(" a\nb\n  c\n d")]
    [InlineData("a\r\n b\r\nc\r\nd")]
    [InlineData("a\rb\rc\rd")]
    public void Spaces_and_kinds_of_line_breaks_do_not_count(string text)
    {
        var hashes = new LineHashes(SourceText.From("f", text));

        Assert.Equal(
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
            Enumerable.Range(0, 4).Select(line => hashes[line]));
    }

    [Fact]
    public void Equal_lines_are_numbered_until_the_end_is_in_sight()
    {
        const string Line = "Lorem ipsum dolor sit amet\n";
        var hashes = new LineHashes(SourceText.From("f", string.Concat(Enumerable.Repeat(Line, 10))));

        var all = Enumerable.Range(0, 10).Select(line => hashes[line]).ToArray();

        var equal = all[0][..^2];
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"{equal}:{n}"), all[..6]);
        Assert.DoesNotContain(all[6..], hash => hash.StartsWith(equal, StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_is_part_of_the_first_line()
    {
        var plain = new LineHashes(SourceText.From("f", new string('a', 200) + "\nb"));
        var marked = new LineHashes(SourceText.From("f", "\uFEFF" + new string('a', 200) + "\nb"));

        Assert.NotEqual(plain[0], marked[0]);
        Assert.Equal(plain[1], marked[1]);
    }

    [Fact]
    public void Every_line_of_a_long_text_has_a_hash()
    {
        var source = SourceText.From("f", string.Concat(Enumerable.Range(0, 5000).Select(i => $"line {i} with words\n")));
        var hashes = new LineHashes(source);

        Assert.Equal(5001, Enumerable.Range(0, source.LineCount).Select(line => hashes[line]).Distinct().Count());
    }
}
