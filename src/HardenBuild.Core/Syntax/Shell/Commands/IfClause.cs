using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>if</c> or <c>elif</c> with its condition and what follows <c>then</c>.</summary>
internal sealed class IfClause(TextSpan span, ShellList condition, ShellList body) : ShellNode(span)
{
    public ShellList Condition => condition;

    public ShellList Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.Add(condition);
        children.Add(body);
    }
}
