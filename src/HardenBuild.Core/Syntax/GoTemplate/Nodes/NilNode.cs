using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>The word <c>nil</c>.</summary>
internal sealed class NilNode(TextSpan span) : GoTemplateNode(span, span.Start)
{
    public override void WriteTo(StringBuilder output) => output.Append("nil");
}
