using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm.Use;

/// <summary>The keys of a values file that nothing reads.</summary>
internal static class ValueKeys
{
    /// <summary>The topmost keys of which nothing is read; those with an anchor are left out, because the file itself uses them.</summary>
    public static IEnumerable<(ImmutableArray<string> Path, YamlMember Member)> Unread(SourceText source, ValueUse use)
    {
        var open = new Stack<(ImmutableArray<string> Path, YamlMapping Mapping, ValueTree Reads)>();
        foreach (var document in YamlFile.Parse(source).Documents)
        {
            if (document.Root?.AsMapping is { } root)
                open.Push(([], root, use.Tree));
        }

        while (open.Count > 0)
        {
            var (path, mapping, reads) = open.Pop();
            foreach (var member in mapping.Members)
            {
                if (member.Key is not { } key || member.IsMerge || HasAnchor(member.Value) || (path.IsEmpty && use.IsForeign(key.Value)))
                    continue;
                var below = reads.Below(key.Value);
                if (below is null)
                    yield return (path.Add(key.Value), member);
                else if (!below.IsRead && member.Value is YamlMapping inner)
                    open.Push((path.Add(key.Value), inner, below));
            }
        }
    }

    private static bool HasAnchor(YamlNode root)
    {
        var open = new Stack<YamlNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node.Anchor is not null)
                return true;
            if (node is YamlMapping mapping)
            {
                foreach (var member in mapping.Members)
                    open.Push(member.Value);
            }
            else if (node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    open.Push(item);
            }
        }

        return false;
    }
}
