using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A <c>break</c> or <c>continue</c> action.</summary>
internal sealed class JumpNode(TextSpan span, bool isBreak) : GoTemplateNode(span, span.Start)
{
    public bool IsBreak { get; } = isBreak;

    public override void WriteTo(StringBuilder output) => output.Append(IsBreak ? "{{break}}" : "{{continue}}");
}
