using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>A template that can be called by name: a file, or what <c>define</c> and <c>block</c> hold.</summary>
/// <param name="Name">The name it is called by.</param>
/// <param name="FileName">The name of the template file that holds it, for messages.</param>
/// <param name="Span">All of it, with the actions that open and close it.</param>
/// <param name="Slots">How many variables it can have at once.</param>
internal sealed record TemplateDefinition(string Name, string FileName, SourceText Source, TextSpan Span, ListNode Body, int Slots)
{
    /// <summary>Whether it holds nothing but blanks: then it never replaces a template of the same name.</summary>
    public bool IsEmpty { get; } = Body.IsEmpty;
}
