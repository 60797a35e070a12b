using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>A token of a template.</summary>
/// <param name="Start">Offset of its first character, zero-based; that of text after trimming.</param>
/// <param name="End">Offset just past it.</param>
/// <param name="Line">The line it starts in, one-based as Go counts: by line feeds alone.</param>
/// <param name="Message">What is wrong, for an error.</param>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, int Start, int End, int Line, string? Message = null)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
