using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A constant.</summary>
/// <param name="text">As written.</param>
internal abstract class LiteralNode(TextSpan span, string text) : GoTemplateNode(span, span.Start)
{
    public string Text { get; } = text;

    /// <summary>What an evaluator made of it, so that it makes it once.</summary>
    public object? Value { get; set; }

    public override void WriteTo(StringBuilder output) => output.Append(Text);
}
