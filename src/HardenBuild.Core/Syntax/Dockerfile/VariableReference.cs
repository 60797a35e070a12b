using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A <c>$name</c> or <c>${name...}</c> that was met while expanding a word.</summary>
/// <param name="Span">From the <c>$</c> to the last character of the reference.</param>
/// <param name="Operator">What follows the name in braces: <c>:-</c>, <c>-</c>, <c>:+</c>, <c>+</c>, <c>:?</c>, <c>?</c>, <c>#</c>, <c>##</c>, <c>%</c>, <c>%%</c>, <c>/</c>, <c>//</c>; empty when nothing does.</param>
/// <param name="State">What was known about the variable.</param>
internal readonly record struct VariableReference(string Name, TextSpan Span, string Operator, VariableState State);
