using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>bash's <c>((expression))</c>, kept as text with its expansions.</summary>
internal sealed class ArithmeticCommand(TextSpan span, ImmutableArray<ShellPart> parts, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public ImmutableArray<ShellPart> Parts => parts;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(parts);
        children.AddRange(Redirections);
    }
}
