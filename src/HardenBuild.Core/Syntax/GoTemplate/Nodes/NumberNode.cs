using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A number or character constant.</summary>
internal sealed class NumberNode(TextSpan span, string text, GoNumber number) : LiteralNode(span, text)
{
    public GoNumber Number { get; } = number;
}
