using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>pattern | pattern) list ;;</c></summary>
internal sealed class CaseItem(TextSpan span, ImmutableArray<ShellWord> patterns, ShellList body) : ShellNode(span)
{
    public ImmutableArray<ShellWord> Patterns => patterns;

    public ShellList Body => body;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(patterns);
        children.Add(body);
    }
}
