using System.Collections;

namespace HardenBuild.Syntax.Yaml;

/// <summary>The mappings that a mapping merges in with <c>&lt;&lt;</c>, nearest first: earlier ones win over later ones.</summary>
/// <remarks>At most <see cref="YamlLimits.MergedMappings"/> are visited; aliases form no cycles, but they can repeat.</remarks>
internal sealed class YamlMerge(YamlMapping mapping) : IEnumerable<YamlMapping>
{
    public IEnumerator<YamlMapping> GetEnumerator()
    {
        var pending = new Stack<YamlMapping>();
        PushMerged(mapping, pending);
        for (var visited = 0; pending.Count > 0 && visited < YamlLimits.MergedMappings; visited++)
        {
            var merged = pending.Pop();
            yield return merged;
            PushMerged(merged, pending);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void PushMerged(YamlMapping mapping, Stack<YamlMapping> pending)
    {
        if (mapping.FindOwn("<<") is not { IsMerge: true } member)
            return;
        if (member.Value.AsMapping is { } single)
        {
            pending.Push(single);
        }
        else if (member.Value.AsSequence is { } several)
        {
            for (var i = Math.Min(several.Items.Length, YamlLimits.MergedMappings) - 1; i >= 0; i--)
            {
                if (several.Items[i].AsMapping is { } one)
                    pending.Push(one);
            }
        }
    }
}
