using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A control structure: <c>if</c>, <c>with</c> or <c>range</c>, its body and what <c>else</c> holds.</summary>
/// <param name="scope">The variables that end with it.</param>
internal abstract class BranchNode(TextSpan span, PipelineNode pipeline, ListNode body, ListNode? elseBody, VariableScope scope)
    : GoTemplateNode(span, pipeline.Anchor)
{
    public abstract string Keyword { get; }

    public PipelineNode Pipeline { get; } = pipeline;

    public ListNode Body { get; } = body;

    public ListNode? ElseBody { get; } = elseBody;

    public VariableScope Scope { get; } = scope;

    public override void WriteTo(StringBuilder output)
    {
        output.Append("{{").Append(Keyword).Append(' ');
        Pipeline.WriteTo(output);
        output.Append("}}");
        Body.WriteTo(output);
        if (ElseBody is not null)
        {
            output.Append("{{else}}");
            ElseBody.WriteTo(output);
        }

        output.Append("{{end}}");
    }
}
