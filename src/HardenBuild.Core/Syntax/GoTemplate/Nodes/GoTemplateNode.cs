using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>A node of a parsed template.</summary>
internal abstract class GoTemplateNode(TextSpan span, int anchor)
{
    private SourceLocation? _location;

    /// <summary>All of it, zero-based UTF-16 offsets in the file. That of an action is what stands between its delimiters.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The offset that Go's messages count their column from; for <c>.a.b</c> that of <c>.b</c>.</summary>
    public int Anchor { get; } = anchor;

    /// <summary>Writes the node as Go's messages quote it.</summary>
    public abstract void WriteTo(StringBuilder output);

    /// <param name="source">The file that the node was parsed from, always the same.</param>
    public SourceLocation LocationIn(SourceText source) => _location ??= source.At(Span);

    /// <summary>What a person would change so that it prints something else.</summary>
    /// <param name="source">The file that the node was parsed from, always the same.</param>
    public virtual SourceLocation PlaceIn(SourceText source) => LocationIn(source);

    public override string ToString()
    {
        var output = new StringBuilder();
        WriteTo(output);
        return output.ToString();
    }
}
