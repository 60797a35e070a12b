using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>The C-style <c>for ((a; b; c))</c>.</summary>
internal sealed class ArithmeticForCommand(
    TextSpan span, ImmutableArray<ShellPart> header, ShellList body, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    /// <summary>The three expressions as text with their expansions.</summary>
    public ImmutableArray<ShellPart> Header => header;

    public ShellList Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(header);
        children.Add(body);
        children.AddRange(Redirections);
    }
}
