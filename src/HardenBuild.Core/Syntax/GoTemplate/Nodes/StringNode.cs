using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A string constant.</summary>
/// <param name="content">What it means, without quotes and escapes.</param>
internal sealed class StringNode(TextSpan span, string text, string content) : LiteralNode(span, text)
{
    public string Content { get; } = content;
}
