using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>while</c> or <c>until</c>.</summary>
internal sealed class WhileCommand(TextSpan span, ShellList condition, ShellList body, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public ShellList Condition => condition;

    public ShellList Body => body;

    public bool IsUntil { get; init; }

    internal override void AddChildren(List<ShellNode> children)
    {
        children.Add(condition);
        children.Add(body);
        children.AddRange(Redirections);
    }
}
