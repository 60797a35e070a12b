using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A comment at the top of the file that steers the builder: <c># syntax=</c>, <c># escape=</c> or <c># check=</c>.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Value">Without blanks around it, never empty.</param>
/// <param name="Span">From the <c>#</c> (or <c>//</c>) to the end of the value.</param>
internal sealed record ParserDirective(string Name, string Value, TextSpan Span, TextSpan NameSpan, TextSpan ValueSpan);
