using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A word after quote removal and expansion of variables.</summary>
/// <param name="Value">Null when a variable in it is not known, or the word is malformed.</param>
/// <param name="References">Every reference met, in order; nested ones before the reference that holds them.</param>
/// <param name="Error">Why the builder would refuse the word.</param>
internal readonly record struct ExpandedWord(LogicalText? Value, ImmutableArray<VariableReference> References, SyntaxError? Error)
{
    /// <summary>The characters of <see cref="Value"/>.</summary>
    public string? Text => Value?.Text;
}
