using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>The parts of a file that a person would call a block: a key with all that is below it, and an item of a list.</summary>
internal static class YamlBlocks
{
    /// <summary>The spans of all blocks, the outer ones first, read while they are asked for. Aliases are not followed.</summary>
    public static IEnumerable<TextSpan> Of(YamlFile file)
    {
        var open = new Stack<YamlNode>();
        foreach (var document in file.Documents)
        {
            if (document.Root is not { } root)
                continue;
            open.Push(root);
            while (open.Count > 0)
            {
                foreach (var (span, node) in Parts(open.Pop()))
                {
                    yield return span;
                    if (node is YamlMapping or YamlSequence)
                        open.Push(node);
                }
            }
        }
    }

    private static IEnumerable<(TextSpan Span, YamlNode Node)> Parts(YamlNode node)
    {
        foreach (var member in (node as YamlMapping)?.Members ?? [])
        {
            var start = Math.Min(member.KeyNode.Span.Start, member.Value.Span.Start);
            yield return (TextSpan.FromBounds(start, Math.Max(member.KeyNode.Span.End, member.Value.Span.End)), member.Value);
        }

        foreach (var item in (node as YamlSequence)?.Items ?? [])
            yield return (item.Span, item);
    }
}
