using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>A simple or compound command or a function definition, with its redirections.</summary>
internal abstract class ShellCommand(TextSpan span, ImmutableArray<Redirection> redirections) : ShellNode(span)
{
    public ImmutableArray<Redirection> Redirections => redirections;
}
