using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A command: an operand, or a function or method with its arguments.</summary>
/// <param name="words">At least one.</param>
internal sealed class CommandNode(TextSpan span, int anchor, GoTemplateNode[] words) : GoTemplateNode(span, anchor)
{
    /// <summary>The operand, function or method, then its arguments.</summary>
    public GoTemplateNode[] Words { get; } = words;

    public override void WriteTo(StringBuilder output)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (i > 0)
                output.Append(' ');
            ChainNode.WriteOperand(output, Words[i]);
        }
    }
}
