using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>bash's <c>[[ expression ]]</c>: operands and operator words in order, without parentheses, <c>&amp;&amp;</c> and <c>||</c>.</summary>
internal sealed class TestCommand(TextSpan span, ImmutableArray<ShellWord> words, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public ImmutableArray<ShellWord> Words => words;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(words);
        children.AddRange(Redirections);
    }
}
