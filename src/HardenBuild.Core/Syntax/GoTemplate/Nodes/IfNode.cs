using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>An <c>if</c> action.</summary>
internal sealed class IfNode(TextSpan span, PipelineNode pipeline, ListNode body, ListNode? elseBody, VariableScope scope)
    : BranchNode(span, pipeline, body, elseBody, scope)
{
    public override string Keyword => "if";
}
