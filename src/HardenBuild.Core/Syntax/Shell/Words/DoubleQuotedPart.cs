using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>"..."</c> or <c>$"..."</c>: literals and expansions that are not split into words.</summary>
internal sealed class DoubleQuotedPart(TextSpan span, RawText raw, ImmutableArray<ShellPart> parts) : ShellPart(span, raw)
{
    public ImmutableArray<ShellPart> Parts => parts;

    public override string? LiteralValue { get; } = ShellWord.Concatenate(parts);

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(parts);
}
