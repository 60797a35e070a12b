using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>for name in words</c> or <c>select name in words</c>; without <c>in</c> it runs over the positional parameters.</summary>
internal sealed class ForCommand(
    TextSpan span, string variable, ImmutableArray<ShellWord> words, ShellList body, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public string Variable => variable;

    public ImmutableArray<ShellWord> Words => words;

    public ShellList Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(words);
        children.Add(body);
        children.AddRange(Redirections);
    }
}
