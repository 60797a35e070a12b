using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>The texts of a merged project that stand in the place of others.</summary>
internal sealed class OverriddenValues
{
    private readonly Dictionary<SourceText, List<ComposeNode>> _bySource = [];

    public OverriddenValues(ComposeNode root)
    {
        Collect(root);
        foreach (var nodes in _bySource.Values)
            nodes.Sort(static (a, b) => a.Location.Span.Start.CompareTo(b.Location.Span.Start));
    }

    /// <summary>Where other files say something else than the text that a location lies in, from the base to the last.</summary>
    public ImmutableArray<SourceLocation> Of(SourceLocation location)
    {
        if (!_bySource.TryGetValue(location.Source, out var nodes))
            return [];
        var (first, end) = (0, nodes.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (nodes[middle].Location.Span.Start <= location.Span.Start)
                first = middle + 1;
            else
                end = middle;
        }

        return first > 0 && nodes[first - 1].Location.Span.Contains(location.Span) ? nodes[first - 1].Overridden : [];
    }

    private void Collect(ComposeNode node)
    {
        switch (node)
        {
            case ComposeMapping mapping:
                foreach (var member in mapping.Members)
                    Collect(member.Value);
                break;
            case ComposeSequence sequence:
                foreach (var item in sequence.Items)
                    Collect(item);
                break;
            case { Overridden.IsEmpty: false }:
                if (!_bySource.TryGetValue(node.Location.Source, out var nodes))
                    _bySource.Add(node.Location.Source, nodes = []);
                nodes.Add(node);
                break;
        }
    }
}
