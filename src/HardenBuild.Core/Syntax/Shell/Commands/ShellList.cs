using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Pipelines that run one after another; may be empty.</summary>
internal sealed class ShellList(TextSpan span, ImmutableArray<ShellListItem> items) : ShellNode(span)
{
    public ImmutableArray<ShellListItem> Items => items;

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(items);
}
