using CsCheck;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Yaml;

public sealed class YamlPropertyTests
{
    private static readonly Gen<string> Fragment = Gen.OneOfConst(
        "a", "b: ", "- ", "\n", "\n", "\n  ", "\n    ", "\r\n", "\t", " ", "# c", "[", "]", "{", "}", ", ", ": ", "? ", "'", "\"", "\\", "\\x41", "\\UFFFFFFFF",
        "&x ", "*x", "!!str ", "!<", ">", "|", "|-", "|2+", ">-\n", "---", "\n---\n", "\n...\n", "%YAML 1.2\n", "%TAG ! x\n", "<<: *x", "\u00e9", "\U0001F600", "\uD83D",
        "\u0085", "\u2028", "\uFEFF", "\0", "~", "null", "@", "`", "key: value\n", "\nother:\n  - item\n", "1", "{{ .Values.x }}", "$");

    private static readonly Gen<string> Text = Fragment.Array[0, 30].Select(string.Concat);

    [Fact]
    public void Never_throws_and_spans_nest_in_bounds() => Text.Sample(
        text =>
        {
            var file = YamlDump.Parse(text);
            var end = 0;
            foreach (var document in file.Documents)
            {
                AssertInside(new TextSpan(0, file.Source.Length), document.Span);
                Assert.True(document.Span.Start >= end || document.Span.IsEmpty);
                end = document.Span.End;
                if (document.Root is { } root)
                {
                    AssertInside(document.Span, root.Span);
                    AssertNested(root);
                }
            }

            Assert.All(file.Errors, error => AssertInside(new TextSpan(0, file.Source.Length), error.Span));
            Assert.All(file.Comments, comment => Assert.Equal('#', file.Source.Content[comment.Span.Start]));
            Assert.All(file.Comments.Zip(file.Comments.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        },
        iter: 20_000);

    [Fact]
    public void Line_breaks_do_not_change_the_tree() => Text.Where(text => !text.Contains('\r', StringComparison.Ordinal)).Sample(
        text =>
        {
            var lf = YamlDump.Parse(text);
            var crlf = YamlDump.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal));

            Assert.Equal(WithoutSpans(lf), WithoutSpans(crlf));
        },
        iter: 5_000);

    [Fact]
    public void Value_parts_map_to_equal_text() => Text.Sample(
        text =>
        {
            foreach (var document in YamlDump.Parse(text).Documents)
            {
                foreach (var scalar in Scalars(document.Root))
                {
                    for (var i = 0; i < scalar.Value.Length; i++)
                    {
                        if (scalar.SpanOf(i, 1) is { } span && scalar.Value[i] != '\n')
                            Assert.Equal(scalar.Value[i], scalar.Source.Content[span.Start]);
                    }
                }
            }
        },
        iter: 5_000);

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Members.SelectMany(member => Scalars(member.KeyNode).Concat(Scalars(member.Value))),
        _ => [],
    };

    private static void AssertNested(YamlNode node)
    {
        var children = node switch
        {
            YamlSequence sequence => sequence.Items,
            YamlMapping mapping => mapping.Members.SelectMany(member => new[] { member.KeyNode, member.Value }),
            _ => Enumerable.Empty<YamlNode>(),
        };
        foreach (var child in children)
        {
            AssertInside(node.Span, child.Span);
            AssertNested(child);
        }
    }

    private static void AssertInside(TextSpan outer, TextSpan inner) => Assert.True(outer.Contains(inner), $"{inner} is not inside {outer}");

    private static string WithoutSpans(YamlFile file) => System.Text.RegularExpressions.Regex.Replace(YamlDump.Of(file), @"\[\d+\.\.\d+\)", "");
}
