using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>Fields of the dot: <c>.Values.image</c>.</summary>
/// <param name="fields">The names without their dots.</param>
internal sealed class FieldNode(TextSpan span, int anchor, string[] fields) : GoTemplateNode(span, anchor)
{
    public string[] Fields { get; } = fields;

    public override void WriteTo(StringBuilder output)
    {
        foreach (var field in Fields)
            output.Append('.').Append(field);
    }
}
