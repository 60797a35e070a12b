using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A <c>with</c> action.</summary>
internal sealed class WithNode(TextSpan span, PipelineNode pipeline, ListNode body, ListNode? elseBody, VariableScope scope)
    : BranchNode(span, pipeline, body, elseBody, scope)
{
    public override string Keyword => "with";
}
