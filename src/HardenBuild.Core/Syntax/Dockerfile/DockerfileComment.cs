using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A line that starts with <c>#</c>, possibly between the lines of a continued instruction.</summary>
/// <param name="Span">From the <c>#</c> to the end of the line without its line break.</param>
/// <param name="Text">What follows the <c>#</c>, without blanks around it.</param>
internal sealed record DockerfileComment(TextSpan Span, string Text);
