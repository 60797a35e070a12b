using System.Text;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>An <c>end</c> or <c>else</c> action; only the parser sees it.</summary>
/// <param name="chained">What follows <c>else</c> in the same action, <c>if</c> or <c>with</c>; null for nothing.</param>
internal sealed class TerminatorNode(TextSpan span, bool isElse, TemplateToken? chained) : GoTemplateNode(span, span.Start)
{
    public bool IsElse { get; } = isElse;

    public TemplateToken? Chained { get; } = chained;

    public override void WriteTo(StringBuilder output) => output.Append(IsElse ? "{{else}}" : "{{end}}");
}
