using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class BooleanNode(TextSpan span, bool isTrue) : LiteralNode(span, isTrue ? "true" : "false")
{
    public bool IsTrue { get; } = isTrue;
}
