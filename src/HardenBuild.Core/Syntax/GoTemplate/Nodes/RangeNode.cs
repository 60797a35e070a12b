using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A <c>range</c> action.</summary>
/// <param name="bodyScope">The variables that end with each round.</param>
internal sealed class RangeNode(TextSpan span, PipelineNode pipeline, ListNode body, ListNode? elseBody, VariableScope scope, VariableScope bodyScope)
    : BranchNode(span, pipeline, body, elseBody, scope)
{
    public override string Keyword => "range";

    public VariableScope BodyScope { get; } = bodyScope;
}
