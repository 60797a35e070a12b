using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>Fields of a parenthesised pipeline or of a function's result: <c>(index . 0).name</c>.</summary>
internal sealed class ChainNode(TextSpan span, int anchor, GoTemplateNode operand, string[] fields) : GoTemplateNode(span, anchor)
{
    public GoTemplateNode Operand { get; } = operand;

    public string[] Fields { get; } = fields;

    public override void WriteTo(StringBuilder output)
    {
        WriteOperand(output, Operand);
        foreach (var field in Fields)
            output.Append('.').Append(field);
    }

    /// <summary>Writes an operand; a pipeline in its parentheses.</summary>
    internal static void WriteOperand(StringBuilder output, GoTemplateNode operand)
    {
        if (operand is not PipelineNode)
        {
            operand.WriteTo(output);
            return;
        }

        output.Append('(');
        operand.WriteTo(output);
        output.Append(')');
    }
}
