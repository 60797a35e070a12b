using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A variable, perhaps with fields: <c>$</c>, <c>$name.field</c>.</summary>
/// <param name="name">With the dollar sign.</param>
/// <param name="fields">The names without their dots; empty for the variable itself.</param>
internal sealed class VariableNode(TextSpan span, int anchor, string name, string[] fields, VariableSlot slot) : GoTemplateNode(span, anchor)
{
    public string Name { get; } = name;

    public string[] Fields { get; } = fields;

    public VariableSlot Slot { get; } = slot;

    public override void WriteTo(StringBuilder output)
    {
        output.Append(Name);
        foreach (var field in Fields)
            output.Append('.').Append(field);
    }
}
