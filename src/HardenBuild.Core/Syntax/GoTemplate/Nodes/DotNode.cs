using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>The dot: the current data.</summary>
internal sealed class DotNode(TextSpan span) : GoTemplateNode(span, span.Start)
{
    public override void WriteTo(StringBuilder output) => output.Append('.');
}
