using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>The name of a function.</summary>
internal sealed class FunctionNode(TextSpan span, string name) : GoTemplateNode(span, span.Start)
{
    public string Name { get; } = name;

    /// <summary>What an evaluator last resolved the name to, so that it looks each one up once.</summary>
    public object? Resolution { get; set; }

    public override void WriteTo(StringBuilder output) => output.Append(Name);
}
