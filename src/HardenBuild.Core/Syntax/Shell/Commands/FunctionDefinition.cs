using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>name() command</c> or <c>function name command</c>.</summary>
internal sealed class FunctionDefinition(TextSpan span, string name, ShellCommand? body) : ShellCommand(span, ImmutableArray<Redirection>.Empty)
{
    public string Name => name;

    /// <summary>A compound command; null when missing.</summary>
    public ShellCommand? Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        if (body is not null)
            children.Add(body);
    }
}
