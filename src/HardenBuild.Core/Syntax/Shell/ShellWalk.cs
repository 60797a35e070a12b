namespace HardenBuild.Syntax.Shell;

/// <summary>Pre-order walk of a tree with an explicit stack.</summary>
internal static class ShellWalk
{
    public static IEnumerable<TNode> Below<TNode>(ShellNode root)
        where TNode : ShellNode
    {
        var pending = new Stack<ShellNode>();
        var children = new List<ShellNode>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node is TNode match)
                yield return match;
            children.Clear();
            node.AddChildren(children);
            for (var i = children.Count - 1; i >= 0; i--)
                pending.Push(children[i]);
        }
    }
}
