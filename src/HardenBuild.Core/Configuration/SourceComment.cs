using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A comment that begins with <c>#</c>, in a format that has them.</summary>
/// <param name="Span">From the <c>#</c> to the end of the line, without its break.</param>
/// <param name="IsOwnLine">Only blanks stand before it.</param>
internal sealed record SourceComment(TextSpan Span, bool IsOwnLine);
