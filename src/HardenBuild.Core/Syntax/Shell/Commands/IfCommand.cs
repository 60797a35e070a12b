using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>if</c> with its <c>elif</c> clauses and <c>else</c>.</summary>
internal sealed class IfCommand(TextSpan span, ImmutableArray<IfClause> clauses, ShellList? @else, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public ImmutableArray<IfClause> Clauses => clauses;

    public ShellList? Else => @else;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(clauses);
        if (@else is not null)
            children.Add(@else);
        children.AddRange(Redirections);
    }
}
