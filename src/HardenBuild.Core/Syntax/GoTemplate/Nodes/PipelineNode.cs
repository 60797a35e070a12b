using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A pipeline: commands, each of which hands its value to the next, and the variables that take the last one.</summary>
/// <param name="isAssignment">The variables exist already (<c>=</c>); else the pipeline declares them (<c>:=</c>).</param>
internal sealed class PipelineNode(TextSpan span, int anchor, VariableNode[] variables, bool isAssignment, CommandNode[] commands) : GoTemplateNode(span, anchor)
{
    public VariableNode[] Variables { get; } = variables;

    public bool IsAssignment { get; } = isAssignment;

    public CommandNode[] Commands { get; } = commands;

    public override void WriteTo(StringBuilder output)
    {
        for (var i = 0; i < Variables.Length; i++)
        {
            if (i > 0)
                output.Append(", ");
            Variables[i].WriteTo(output);
        }

        if (Variables.Length > 0)
            output.Append(IsAssignment ? " = " : " := ");
        for (var i = 0; i < Commands.Length; i++)
        {
            if (i > 0)
                output.Append(" | ");
            Commands[i].WriteTo(output);
        }
    }
}
