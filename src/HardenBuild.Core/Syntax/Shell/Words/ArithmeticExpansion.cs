using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>$((...))</c>, or the obsolete <c>$[...]</c>. The expression is kept as text with its expansions.</summary>
internal sealed class ArithmeticExpansion(TextSpan span, RawText raw, ImmutableArray<ShellPart> parts) : ShellPart(span, raw)
{
    public ImmutableArray<ShellPart> Parts => parts;

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(parts);
}
