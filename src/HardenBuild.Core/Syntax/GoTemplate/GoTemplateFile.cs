using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>A parsed template file.</summary>
/// <param name="Main">What the file itself prints.</param>
/// <param name="Definitions">What it defines beside that, in order.</param>
/// <param name="Comments">From <c>/*</c> to <c>*/</c>, without the delimiters of the action.</param>
/// <param name="Errors">In order; Go stops at the first one. A file with errors cannot be rendered.</param>
internal sealed record GoTemplateFile(
    SourceText Source,
    TemplateDefinition Main,
    IReadOnlyList<TemplateDefinition> Definitions,
    IReadOnlyList<TextSpan> Comments,
    IReadOnlyList<GoTemplateError> Errors);
