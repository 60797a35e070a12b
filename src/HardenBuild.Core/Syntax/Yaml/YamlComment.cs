using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A comment.</summary>
/// <param name="Span">From the <c>#</c> to the end of the line, without the line break.</param>
/// <param name="IsOwnLine">Nothing but white space stands before it on its line.</param>
internal sealed record YamlComment(TextSpan Span, bool IsOwnLine);
