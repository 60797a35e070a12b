using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>( list )</c></summary>
internal sealed class SubshellCommand(TextSpan span, ShellList body, ImmutableArray<Redirection> redirections) : ShellCommand(span, redirections)
{
    public ShellList Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.Add(body);
        children.AddRange(Redirections);
    }
}
