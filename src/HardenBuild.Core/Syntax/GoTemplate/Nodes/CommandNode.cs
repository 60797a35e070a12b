using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A command: an operand, or a function or method with its arguments.</summary>
/// <param name="words">At least one.</param>
/// <param name="pipelineStart">Where the first command of its pipeline starts.</param>
internal sealed class CommandNode(TextSpan span, int anchor, GoTemplateNode[] words, int pipelineStart) : GoTemplateNode(span, anchor)
{
    private SourceLocation? _place;

    /// <summary>The operand, function or method, then its arguments.</summary>
    public GoTemplateNode[] Words { get; } = words;

    /// <summary>The command with what the commands before it hand on.</summary>
    public override SourceLocation PlaceIn(SourceText source) => _place ??= source.At(TextSpan.FromBounds(pipelineStart, Span.End));

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
