using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>A pipeline and the operator that follows it.</summary>
/// <remarks>
/// Lists are flat: <c>&amp;&amp;</c> and <c>||</c> have equal precedence and bind tighter than <c>;</c> and <c>&amp;</c>,
/// so a run of items up to the next <c>;</c> or <c>&amp;</c> is one AND-OR list.
/// </remarks>
internal sealed class ShellListItem(TextSpan span, Pipeline pipeline, ListOperator @operator) : ShellNode(span)
{
    public Pipeline Pipeline => pipeline;

    public ListOperator Operator => @operator;

    internal override void AddChildren(List<ShellNode> children) => children.Add(pipeline);
}
