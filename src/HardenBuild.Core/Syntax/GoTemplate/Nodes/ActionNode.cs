using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>An action that prints a value, or sets variables.</summary>
internal sealed class ActionNode(PipelineNode pipeline) : GoTemplateNode(pipeline.Span, pipeline.Anchor)
{
    private TextOrigin? _origin;

    public PipelineNode Pipeline { get; } = pipeline;

    /// <summary>The origin of what it prints, where no template was called to get here and the value has no origin of its own.</summary>
    public TextOrigin OriginIn(SourceText source) => _origin ??= new TextOrigin(LocationIn(source), IsVerbatim: false, null, null, null);

    public override void WriteTo(StringBuilder output)
    {
        output.Append("{{");
        Pipeline.WriteTo(output);
        output.Append("}}");
    }
}
