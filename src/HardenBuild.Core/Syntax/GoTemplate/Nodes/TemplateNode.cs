using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A <c>template</c> action, or the call that a <c>block</c> stands for.</summary>
/// <param name="pipeline">The data of the template; null for nothing.</param>
internal sealed class TemplateNode(TextSpan span, int anchor, string name, PipelineNode? pipeline) : GoTemplateNode(span, anchor)
{
    public string Name { get; } = name;

    public PipelineNode? Pipeline { get; } = pipeline;

    public override void WriteTo(StringBuilder output)
    {
        output.Append("{{template ").Append(GoQuoting.Quote(Name));
        if (Pipeline is not null)
        {
            output.Append(' ');
            Pipeline.WriteTo(output);
        }

        output.Append("}}");
    }
}
